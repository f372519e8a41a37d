// What is said of what is chosen.

const details = (() => {
  const frame = byId('details');
  let mentionAt = 0;

  const name = (actor, bold) => (bold ? make('b', {}, actors[actor].label)
    : make('button', {type: 'button', class: 'link', onclick: () => choose({actor})}, actors[actor].label));

  // A sentence with the words of the relation and its two ends marked.
  function quote(relation, evidence) {
    const {units} = documents[evidence.doc];
    const ranges = findWords(evidence.text, relation.words).map((range) => ({...range, word: true}));
    for (const end of [relation.from, relation.to])
      for (const m of actors[end].mentions)
        if (m.document === evidence.doc && m.begin >= evidence.from && m.end <= evidence.to)
          ranges.push({begin: m.begin - units(evidence.begin), end: m.end - units(evidence.begin)});
    const build = (text, covering) => {
      if (!covering.length) return document.createTextNode(text);
      return make('span', {class: covering.some((r) => r.word) ? 'word' : 'end'}, text);
    };
    return make('button', {type: 'button', class: 'quote', title: 'Show it in the article', onclick: () => article.cite(evidence)},
      '“', ...cut(evidence.text, 0, evidence.text.length, ranges, build), '”');
  }

  function item(index, about) {
    const relation = relations[index];
    const truth = [relation.polarity === 'negative' ? 'denied' : '', relation.modality === 'actual' ? '' : truthNames[relation.modality]].filter(Boolean);
    const meta = [data.classes[relation.class].name, relation.time, `${Math.round(relation.confidence * 100)} % sure`];
    const place = relation.place && actors[actorAt.get(relation.place)];
    const speaker = relation.attributedTo && actors[actorAt.get(relation.attributedTo)];
    const verb = make('span', {class: 'verb'}, data.classes[relation.class].symmetric ? `↔ ${relation.words} ` : `→ ${relation.words} `);
    const li = make('li', {'data-relation': index, class: relation.polarity === 'negative' ? 'denied' : null},
      make('div', {class: 'said'}, name(relation.from, relation.from === about), ' ', verb, name(relation.to, relation.to === about)),
      make('div', {class: 'meta'}, truth.length ? make('span', {class: 'truth'}, `${truth.join(', ')} · `) : null,
        meta.filter(Boolean).join(' · '), speaker ? ` · according to ${speaker.label}` : null, place ? ` · in ${place.label}` : null),
      ...relation.evidence.map((evidence) => quote(relation, evidence)));
    li.style.setProperty('--family', `var(--${relation.family})`);
    return li;
  }

  function list(indexes, about) {
    const visible = indexes.filter((r) => shown.relations.has(r));
    const hidden = indexes.length - visible.length;
    return [make('ul', {class: 'acts'}, ...visible.map((r) => item(r, about))),
      hidden ? make('p', {class: 'quiet'}, `${plural(hidden, 'relation')} hidden by filters.`) : null];
  }

  const close = () => make('button', {type: 'button', 'aria-label': 'Close', title: 'Close (Esc)', onclick: () => choose(null)}, '×');

  function showActor(index) {
    const actor = actors[index];
    const badge = make('span', {class: 'badge'}, actor.type);
    setAll(badge, {class: `badge ${actor.type}`});
    const states = (r) => (relations[r].class === 'role' ? 0 : ['member', 'located-in'].includes(relations[r].class) ? 2 : 1);
    const order = [...actor.relations].sort((a, b) => states(a) - states(b) || a - b);
    clear(frame, make('div', {class: 'top'}, make('h2', {}, actor.label), close()),
      make('p', {class: 'quiet'}, badge, ` ${plural(actor.relations.length, 'relation')} · `,
        make('button', {type: 'button', class: 'link', id: 'next-mention', onclick: () => article.mention(index, mentionAt++)}, `named ${plural(actor.mentions.length, 'time')}`)),
      actor.aliases.length ? make('p', {class: 'quiet'}, `Also: ${actor.aliases.join('; ')}`) : null,
      ...actor.sameAs.map((iri) => make('p', {class: 'quiet'}, 'Same as ', webLink(iri))),
      nodeOf.has(index) ? null : make('p', {class: 'quiet'}, 'Not in the drawing, which shows what is mentioned most.'),
      ...list(order, index));
  }

  function showEdge(index) {
    const edge = edges[index];
    const {from, to} = relations[edge.relations[0]];
    clear(frame, make('div', {class: 'top'}, make('h2', {}, `${actors[from].label} – ${actors[to].label}`), close()), ...list(edge.relations, null));
  }

  function showAll() {
    const heavy = [...actors.keys()].filter((i) => actors[i].relations.length).sort((a, b) => actors[b].relations.length - actors[a].relations.length || a - b).slice(0, 8);
    clear(frame, make('h2', {}, 'Who is at the centre'),
      make('ul', {class: 'names'}, ...heavy.map((i) => make('li', {}, name(i, false), make('span', {class: 'quiet'}, ` ${actors[i].relations.length}`)))),
      make('p', {class: 'quiet'}, 'Choose an actor or a line in the drawing, or a name in the article.'));
  }

  function show() {
    if (!selection) showAll();
    else if (selection.actor !== undefined) showActor(selection.actor);
    else showEdge(selection.edge);
  }

  function open() {
    mentionAt = selection && selection.actor !== undefined ? 1 : 0;
    show();
    frame.scrollTop = 0;
  }

  return {show, open};
})();
