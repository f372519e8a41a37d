// The article beside the graph, its mentions marked.

const article = (() => {
  const frame = byId('article');
  let current = -1;
  let parts = []; // {element, begin, end, actors}

  // Mentions that lie one in another: the inner one is meant.
  function build(text, covering, begin, end) {
    const mentions = covering.filter((range) => range.actor !== undefined).sort((a, b) => a.end - a.begin - (b.end - b.begin));
    const cited = covering.some((range) => range.actor === undefined);
    if (!mentions.length && !cited) return document.createTextNode(text);
    const actor = mentions.length ? mentions[0].actor : null;
    const element = actor === null ? make('span', {}, text)
      : make('mark', {class: actors[actor].type, title: `${actors[actor].label} (${actors[actor].type})`, onclick: () => choose({actor}, true)}, text);
    parts.push({element, begin, end, actors: mentions.map((m) => m.actor)});
    return element;
  }

  function paragraphs(text) {
    const pattern = /\n[^\S\n]*\n/.test(text) ? /\n\s*\n/g : /\n+/g;
    const ends = [];
    let from = 0;
    for (const gap of text.matchAll(pattern)) {
      ends.push([from, gap.index]);
      from = gap.index + gap[0].length;
    }
    ends.push([from, text.length]);
    return ends.filter(([begin, end]) => text.slice(begin, end).trim());
  }

  function open(index) {
    if (index === current || !documents[index]) return;
    current = index;
    const doc = documents[index];
    const ranges = doc.mentions.filter((m) => !doc.mentions.some((n) => n !== m && n.actor === m.actor && n.begin <= m.begin && n.end >= m.end));
    relations.forEach((r) => r.evidence.forEach((e) => e.doc === index && ranges.push({begin: e.from, end: e.to})));
    parts = [];
    const body = paragraphs(doc.text).map(([begin, end], i) => {
      const within = ranges.filter((r) => r.end > begin && r.begin < end);
      const title = i === 0 && doc.title && doc.text.slice(begin, end).trim() === doc.title.trim();
      return make(title ? 'h2' : 'p', {}, ...cut(doc.text, begin, end, within, build));
    });
    const byline = [doc.author, doc.source, doc.date].filter(Boolean);
    const line = byline.length ? make('p', {class: 'byline'}, ...byline.flatMap((item, i) => (i ? [', ', webLink(item)] : [webLink(item)]))) : null;
    clear(frame, pick(), line, ...body, doc.text ? null : make('p', {class: 'quiet'}, 'The graph does not have the text of this document.'));
    frame.scrollTop = 0;
  }

  // Where there are several documents: which.
  function pick() {
    if (documents.length < 2) return null;
    return make('label', {class: 'quiet'}, 'Document ', make('select', {id: 'document', onchange: (event) => { open(event.currentTarget.selectedIndex); mark(selection); }},
      ...documents.map((doc, i) => make('option', {selected: i === current}, [doc.date, doc.title || doc.id].filter(Boolean).join('  ')))));
  }

  function scrollTo(element) {
    if (element) frame.scrollTop += element.getBoundingClientRect().top - frame.getBoundingClientRect().top - frame.clientHeight / 3;
  }

  // Marks what is chosen; the evidence of an edge's relations, the mentions of an actor.
  function mark(choice) {
    const chosen = choice ? (choice.actor !== undefined ? [choice.actor] : edges[choice.edge].relations.flatMap((r) => [relations[r].from, relations[r].to])) : [];
    const cited = choice && choice.edge !== undefined ? edges[choice.edge].relations.flatMap((r) => relations[r].evidence.filter((e) => e.doc === current)) : [];
    for (const part of parts) {
      part.element.classList.toggle('chosen', part.actors.some((actor) => chosen.includes(actor)));
      part.element.classList.toggle('cited', cited.some((e) => e.from <= part.begin && e.to >= part.end));
    }
    if (cited.length) scrollTo((parts.find((p) => p.element.classList.contains('cited')) || {}).element);
  }

  // Shows one piece of evidence.
  function cite(evidence) {
    open(evidence.doc);
    for (const part of parts) part.element.classList.toggle('cited', evidence.from <= part.begin && evidence.to >= part.end);
    scrollTo((parts.find((part) => part.element.classList.contains('cited')) || {}).element);
  }

  // Shows the nth mention of an actor, over all documents.
  function mention(actor, n) {
    const {mentions} = actors[actor];
    if (!mentions.length) return;
    const wanted = mentions[n % mentions.length];
    open(wanted.document);
    mark(selection);
    scrollTo((parts.find((part) => part.begin >= wanted.begin && part.end <= wanted.end && part.actors.includes(actor)) || {}).element);
  }

  function filter() {
    for (const part of parts)
      if (part.actors.length) part.element.classList.toggle('out', filters.types.has(actors[part.actors[0]].type));
  }

  return {open, mark, cite, mention, filter};
})();
