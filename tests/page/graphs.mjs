// Graphs to make pages of.

const chars = (text) => [...text].length;

// Collects documents, actors and relations; offsets are found, in code points.
class Graph {
  constructor() {
    this.documents = [];
    this.actors = [];
    this.relations = [];
  }

  document(id, title, date, text) {
    this.documents.push({id, title, date, source: `https://news.example/${encodeURIComponent(id)}`, text});
    return this;
  }

  // Every occurrence of the names, in every document, is a mention.
  actor(id, type, label, aliases = []) {
    const spans = [];
    for (const {id: document, text} of this.documents)
      for (const name of [label, ...aliases])
        for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
          const begin = chars(text.slice(0, at));
          spans.push({document, begin, end: begin + chars(name)});
        }
    this.actors.push({id, label, type, code: null, aliases, sameAs: [], spans});
    return this;
  }

  // sentence: a part of a document's text.
  relation(source, kind, target, label, sentence, more = {}) {
    const {id: document, text} = this.documents.find((d) => d.text.includes(sentence));
    const begin = chars(text.slice(0, text.indexOf(sentence)));
    this.relations.push({id: `r${this.relations.length}`, source, class: kind, target, label, lemma: label, cameo: null,
      polarity: 'positive', modality: 'actual', attributedTo: null, time: null, place: null, confidence: 0.9,
      evidence: [{document, begin, end: begin + chars(sentence), text: sentence}], ...more});
    return this;
  }

  json() {
    const {documents, actors, relations} = this;
    return JSON.stringify({documents, actors, relations});
  }
}

// Two articles on invented countries, with all that a relation can have.
export function news() {
  const first = 'Norland and Sudland talk\n\n😀 Ada Verne met Bo Lind in Eastport on Monday. Norland has not sanctioned Sudland. ' +
    'Lind said Sudland would attack the fishers. The fishers of Norland marched against the Fleet.';
  const second = 'A week later\n\nNorland helped the fishers. Sudland put the Fleet of Bo Lind in the strait, and accused Norland of everything.';
  return new Graph()
    .document('one', 'Norland and Sudland talk', '2021-10-08', first)
    .document('two', 'A week later', '2021-10-15', second)
    .actor('norland', 'country', 'Norland').actor('sudland', 'country', 'Sudland')
    .actor('one/ada-verne', 'person', 'Ada Verne', ['Verne']).actor('one/bo-lind', 'person', 'Bo Lind', ['Lind'])
    .actor('one/eastport', 'place', 'Eastport').actor('one/fishers', 'group', 'the fishers', ['The fishers'])
    .actor('one/fleet', 'organization', 'the Fleet').actor('one/nobody', 'person', 'Zoë Łukasz')
    .relation('one/ada-verne', 'consult', 'one/bo-lind', 'met', '😀 Ada Verne met Bo Lind in Eastport on Monday.', {time: '2021-10-04', place: 'one/eastport'})
    .relation('norland', 'sanction', 'sudland', 'sanctioned', 'Norland has not sanctioned Sudland.', {polarity: 'negative'})
    .relation('sudland', 'assault', 'one/fishers', 'would attack', 'Lind said Sudland would attack the fishers.', {modality: 'planned', attributedTo: 'one/bo-lind', time: '2021-11-01/2021-11-30'})
    .relation('one/fishers', 'protest', 'one/fleet', 'marched against', 'The fishers of Norland marched against the Fleet.')
    .relation('one/fishers', 'member', 'norland', 'of Norland', 'The fishers of Norland marched against the Fleet.')
    .relation('norland', 'aid', 'one/fishers', 'helped', 'Norland helped the fishers.')
    .relation('sudland', 'accuse', 'norland', 'accused of', 'Sudland put the Fleet of Bo Lind in the strait, and accused Norland of everything.', {confidence: 0.4, time: 'P20Y'})
    .json();
}

// Every string tries to run a script.
export const attempts = [
  '<script>window.hacked=1</script>', '</script><script>window.hacked=2</script>', '<img src=x onerror="window.hacked=3">',
  '"><svg onload=window.hacked=4>', "' onmouseover='window.hacked=5' x='", 'javascript:window.hacked=6', '<!--<script>', ']]><script>window.hacked=7</script>',
  '</style><script>window.hacked=8</script>', '</title><script>window.hacked=9</script>', '{{script}}', '&lt;script&gt;window.hacked=10&lt;/script&gt;',
  '${window.hacked=11}', '\\u003cscript\\u003ewindow.hacked=12\\u003c/script\\u003e', '</textarea><iframe src="javascript:parent.hacked=13">',
];

export function hostile() {
  const text = attempts.join('\n\n');
  const graph = new Graph().document(attempts[0], attempts[1], '2021-10-08', text);
  graph.documents[0].source = 'javascript:window.hacked=20';
  graph.documents[0].author = attempts[2];
  const types = ['person', 'organization', 'country', 'place', 'group'];
  attempts.forEach((attempt, i) => graph.actor(attempt, types[i % 5], attempt, [`${attempt} again`]));
  graph.actors.forEach((actor) => { actor.sameAs = ['javascript:window.hacked=21']; });
  attempts.forEach((attempt, i) => {
    const other = attempts[(i + 1) % attempts.length];
    graph.relation(attempt, ['accuse', 'consult', 'role', 'say'][i % 4], other, attempts[(i + 2) % attempts.length], attempt, {attributedTo: other, place: attempt, time: '2021-10-08'});
    graph.relations[i].id = `${attempt} ${i}`;
  });
  return graph.json();
}
