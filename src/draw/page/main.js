// What is chosen, and the keys.

let selection = null; // {actor}, {edge}, or null

// wide: chosen in the article, which then stays where it is.
function choose(choice, inArticle = false) {
  selection = choice;
  if (choice && choice.edge !== undefined) {
    const [evidence] = edges[choice.edge].relations.flatMap((r) => relations[r].evidence);
    if (evidence) article.open(evidence.doc);
  }
  drawing.mark(choice);
  article.mark(choice);
  details.open();
  if (choice && choice.actor !== undefined && !inArticle) article.mention(choice.actor, 0);
}

// A relation is chosen with its edge; where it is not drawn, with its source.
function chooseRelation(index) {
  if (edgeOf.has(index)) choose({edge: edgeOf.get(index)});
  else choose({actor: relations[index].from});
  const item = document.querySelector(`#details [data-relation="${index}"]`);
  if (item) item.scrollIntoView({block: 'nearest'});
  if (relations[index].evidence.length) article.cite(relations[index].evidence[0]);
}

const keys = [
  ['/', 'find an actor or words', search.focus],
  ['g', 'go to the drawing; arrows go from actor to actor, Enter chooses', () => drawing.focus()],
  ['+', 'zoom in', () => drawing.zoom(1.3)],
  ['-', 'zoom out', () => drawing.zoom(1 / 1.3)],
  ['0', 'show all of the drawing', () => drawing.fit()],
  ['d', 'read the details', () => byId('details').focus()],
  ['a', 'read the article', () => byId('article').focus()],
  ['n', 'next mention of the chosen actor', () => byId('next-mention') && byId('next-mention').click()],
  ['f', 'more filters', () => byId('more-button').click()],
  ['r', 'show all again', resetFilters],
  ['t', 'light or dark', () => byId('theme').click()],
  ['?', 'this list', () => byId('keys-button').click()],
];

function togglePanel(button, panel, open) {
  panel.hidden = !open;
  button.setAttribute('aria-expanded', String(open));
}

function closePanels() {
  const open = !byId('keys').hidden || !byId('more').hidden;
  togglePanel(byId('keys-button'), byId('keys'), false);
  togglePanel(byId('more-button'), byId('more'), false);
  return open;
}

function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'Escape') {
    if (!closePanels()) choose(null);
    return;
  }
  if (event.target.closest('input:not([type=checkbox]), select, textarea')) return;
  const key = keys.find(([name]) => name === event.key || (name === '+' && event.key === '='));
  if (!key) return;
  event.preventDefault();
  key[2]();
}

function buildKeys() {
  clear(byId('keys'), make('h2', {}, 'Keys'),
    make('dl', {}, ...keys.flatMap(([name, what]) => [make('dt', {}, make('kbd', {}, name)), make('dd', {}, what)]),
      make('dt', {}, make('kbd', {}, 'Esc')), make('dd', {}, 'close, choose nothing'),
      make('dt', {}, make('kbd', {}, 'Shift'), ' + arrows'), make('dd', {}, 'move the drawing')),
    make('p', {class: 'quiet'}, 'Wheel: zoom. Drag: move. A dashed line is denied; a dotted one planned, demanded or possible; the thicker, the more often it is said.'),
    make('button', {type: 'button', onclick: closePanels}, 'Close'));
}

function setTheme(theme) {
  document.documentElement.dataset.theme = theme;
  byId('theme').textContent = theme === 'dark' ? 'Light' : 'Dark';
}

function start() {
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  setTheme(dark.matches ? 'dark' : 'light');
  dark.addEventListener('change', () => setTheme(dark.matches ? 'dark' : 'light'));
  byId('theme').addEventListener('click', () => setTheme(document.documentElement.dataset.theme === 'dark' ? 'light' : 'dark'));
  for (const [button, panel] of [['keys-button', 'keys'], ['more-button', 'more']])
    byId(button).addEventListener('click', () => {
      const open = byId(panel).hidden;
      closePanels();
      togglePanel(byId(button), byId(panel), open);
    });
  byId('reset').addEventListener('click', resetFilters);
  document.addEventListener('keydown', onKey);
  buildKeys();
  buildFilters();
  timeline.build();
  drawing.prepare();
  article.open(0);
  applyFilters();
  const wanted = actorAt.get(decodeURIComponent(location.hash.slice(1)));
  if (wanted !== undefined) choose({actor: wanted});
}

start();
