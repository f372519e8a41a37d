// The graph as kith wrote it, with what the page needs to find its way in it. Relations and actors are known by
// their place in the graph; actors and edges of the drawing by the ids of their elements.

const data = JSON.parse(byId('kith-data').textContent);
const {documents, actors, relations} = data.graph;
const edges = data.edges.map((edge) => ({...edge, element: byId(edge.id)}));
const nodes = data.nodes.map((node) => ({...node, element: byId(node.id)}));

const actorAt = new Map(actors.map((actor, i) => [actor.id, i]));
const documentAt = new Map(documents.map((doc, i) => [doc.id, i]));
const edgeOf = new Map(); // by relation
const nodeOf = new Map(); // by actor
edges.forEach((edge, i) => edge.relations.forEach((r) => edgeOf.set(r, i)));
nodes.forEach((node, i) => nodeOf.set(node.actor, i));

// Offsets are in code points; strings here count UTF-16 units.
function unitsOf(text) {
  if (!/[\ud800-\udbff]/.test(text)) return (chars) => chars;
  const at = [];
  let units = 0;
  for (const char of text) {
    at.push(units);
    units += char.length;
  }
  at.push(units);
  return (chars) => at[Math.min(chars, at.length - 1)];
}
documents.forEach((doc) => {
  doc.text = doc.text || '';
  doc.units = unitsOf(doc.text);
  doc.mentions = [];
});

actors.forEach((actor, i) => {
  actor.relations = [];
  actor.mentions = actor.spans.map((span) => {
    const doc = documentAt.get(span.document);
    const {units, mentions} = documents[doc];
    const mention = {actor: i, document: doc, begin: units(span.begin), end: units(span.end)};
    mentions.push(mention);
    return mention;
  });
});

relations.forEach((relation, i) => {
  relation.index = i;
  relation.from = actorAt.get(relation.source);
  relation.to = actorAt.get(relation.target);
  relation.family = data.classes[relation.class].family;
  relation.words = relation.label || relation.lemma || relation.class;
  relation.evidence.forEach((evidence) => {
    evidence.doc = documentAt.get(evidence.document);
    const {units} = documents[evidence.doc];
    [evidence.from, evidence.to] = [units(evidence.begin), units(evidence.end)];
  });
  actors[relation.from].relations.push(i);
  if (relation.to !== relation.from) actors[relation.to].relations.push(i);
});

// What a relation is by: the class, or what is said of its truth.
const truthOf = (relation) => relation.modality;
const truthNames = {actual: 'said as fact', planned: 'planned', possible: 'possible', demanded: 'demanded', hypothetical: 'supposed'};
const familyNames = {cooperation: 'cooperation', conflict: 'conflict', words: 'words, other acts', structure: 'ties'};

// The days of a relation: its own time, else the day of a document that says it; null where neither is known.
function daysOf(relation) {
  const own = data.relationDays[relation.index];
  if (own) return {begin: own[0] || own[1], end: own[1] || own[0], own: true, openBegin: !own[0], openEnd: !own[1]};
  const days = relation.evidence.map((e) => data.documentDays[e.doc]).filter(Boolean).flat().filter(Boolean).sort();
  return days.length ? {begin: days[0], end: days[days.length - 1], own: false} : null;
}

// Where a phrase is in a sentence: as it stands; else its words in order, in the shortest stretch that has them all.
function findWords(text, phrase) {
  const escape = (word) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  const seek = (word, from) => {
    const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${escape(word)}(?![\\p{L}\\p{N}])`, 'giu');
    pattern.lastIndex = from;
    const hit = pattern.exec(text);
    return hit && {begin: hit.index, end: hit.index + hit[0].length};
  };
  const whole = phrase && seek(phrase, 0);
  if (whole) return [whole];
  const words = phrase.split(/\s+/).filter(Boolean);
  let best = [];
  for (let first = words.length && seek(words[0], 0); first; first = seek(words[0], first.end)) {
    const found = [first];
    for (const word of words.slice(1)) {
      const next = seek(word, found[found.length - 1].end);
      if (next) found.push(next);
    }
    const length = (list) => list[list.length - 1].end - list[0].begin;
    if (found.length > best.length || (found.length === best.length && length(found) < length(best))) best = found;
  }
  return best;
}
