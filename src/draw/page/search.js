// Finding actors by any part of any of their names, and relations by their words.

const search = (() => {
  const input = byId('search');
  const list = byId('hits');
  const MOST = 12;
  let hits = []; // {text, note, choice}
  let at = -1;

  const fold = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

  function find(query) {
    const wanted = fold(query.trim());
    if (!wanted) return [];
    const ranked = [];
    actors.forEach((actor, i) => {
      const names = [actor.label, ...actor.aliases];
      const hit = names.findIndex((text) => fold(text).includes(wanted));
      if (hit < 0) return;
      const rank = (hit > 0 ? 2 : 0) + (fold(names[hit]).startsWith(wanted) ? 0 : 1);
      ranked.push({rank, weight: actor.relations.length, text: actor.label, note: hit > 0 ? `${actor.type}, ${names[hit]}` : actor.type, choose: () => choose({actor: i})});
    });
    relations.forEach((relation, i) => {
      if (!fold(`${relation.words} ${relation.class}`).includes(wanted)) return;
      ranked.push({rank: 5, weight: 0, text: `${actors[relation.from].label} – ${relation.words} – ${actors[relation.to].label}`, note: relation.class, choose: () => chooseRelation(i)});
    });
    return ranked.sort((a, b) => a.rank - b.rank || b.weight - a.weight).slice(0, MOST);
  }

  function point(index) {
    at = index;
    [...list.children].forEach((li, i) => li.setAttribute('aria-selected', String(i === at)));
    if (at >= 0) {
      input.setAttribute('aria-activedescendant', list.children[at].id);
      list.children[at].scrollIntoView({block: 'nearest'});
    } else input.removeAttribute('aria-activedescendant');
  }

  function close() {
    list.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    point(-1);
  }

  function take(index) {
    const hit = hits[index];
    if (!hit) return;
    close();
    hit.choose();
  }

  function show() {
    hits = find(input.value);
    clear(list, ...hits.map((hit, i) => make('li', {id: `hit-${i}`, role: 'option', 'aria-selected': 'false', onpointerdown: (event) => { event.preventDefault(); take(i); }},
      hit.text, ' ', make('small', {}, hit.note))));
    list.hidden = !hits.length;
    input.setAttribute('aria-expanded', String(!list.hidden));
    point(hits.length ? 0 : -1);
  }

  function onkeydown(event) {
    if (event.key === 'ArrowDown' && hits.length) point((at + 1) % hits.length);
    else if (event.key === 'ArrowUp' && hits.length) point((at + hits.length - 1) % hits.length);
    else if (event.key === 'Enter') take(Math.max(at, 0));
    else if (event.key === 'Escape') { input.value = ''; close(); input.blur(); }
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  setAll(input, {oninput: show, onfocus: show, onblur: close, onkeydown});
  return {focus: () => { input.focus(); input.select(); }};
})();
