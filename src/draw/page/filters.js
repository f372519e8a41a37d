// What is shown. The chips are the legend, too.

const filters = {
  types: new Set(), families: new Set(), classes: new Set(), truths: new Set(), polarities: new Set(), // what is off
  confidence: 0, from: '', to: '', undated: true, stretch: null, // stretch: of the timeline, where it is no time
};

function passes(relation, i) {
  if (filters.families.has(relation.family) || filters.classes.has(relation.class)) return false;
  if (filters.truths.has(truthOf(relation)) || filters.polarities.has(relation.polarity)) return false;
  if (relation.confidence < filters.confidence) return false;
  if (filters.types.has(actors[relation.from].type) || filters.types.has(actors[relation.to].type)) return false;
  if (filters.stretch && !timeline.isWithin(i, filters.stretch)) return false;
  if (!filters.from && !filters.to) return true;
  const days = daysOf(relation);
  if (!days) return filters.undated;
  return (!filters.from || days.openEnd || days.end >= filters.from) && (!filters.to || days.openBegin || days.begin <= filters.to);
}

const shown = {relations: new Set(), actors: new Set()};

function applyFilters() {
  shown.relations = new Set(relations.keys());
  relations.forEach((relation, i) => passes(relation, i) || shown.relations.delete(i));
  shown.actors = new Set();
  actors.forEach((actor, i) => {
    const loose = actor.relations.length === 0;
    if (!filters.types.has(actor.type) && (loose || actor.relations.some((r) => shown.relations.has(r)))) shown.actors.add(i);
  });
  const all = shown.relations.size === relations.length && filters.types.size === 0;
  byId('sum').textContent = all ? `${plural(actors.length, 'actor')}, ${plural(relations.length, 'relation')}`
    : `${shown.relations.size} of ${plural(relations.length, 'relation')}`;
  byId('reset').hidden = all;
  drawing.filter();
  timeline.filter();
  article.filter();
  details.show();
}

function resetFilters() {
  for (const key of ['types', 'families', 'classes', 'truths', 'polarities']) filters[key].clear();
  Object.assign(filters, {confidence: 0, from: '', to: '', undated: true, stretch: null});
  buildFilters();
  applyFilters();
}

const tally = (values) => values.reduce((counts, value) => counts.set(value, (counts.get(value) || 0) + 1), new Map());

function toggle(set, value, on) {
  if (on) set.delete(value);
  else set.add(value);
  applyFilters();
}

// Shows one value only; all again where it is the only one.
function only(set, value, values) {
  const alone = !set.has(value) && set.size === values.length - 1;
  set.clear();
  if (!alone) values.filter((v) => v !== value).forEach((v) => set.add(v));
  buildFilters();
  applyFilters();
}

function swatch(kind, value) {
  const svg = makeSvg('svg', {viewBox: '0 0 26 14', 'aria-hidden': 'true'});
  const line = (d, more = {}) => makeSvg('path', {d, fill: 'none', stroke: `var(--${value})`, 'stroke-width': 2, ...more});
  if (kind === 'type') {
    const round = value === 'person' || value === 'group' ? 5 : 0;
    const box = {fill: `var(--${value}-fill)`, stroke: `var(--${value}-border)`};
    if (value === 'place') svg.append(makeSvg('rect', {x: 2, y: 1, width: 22, height: 11, fill: box.fill}), line('M2,12H24', {stroke: box.stroke, 'stroke-width': 1.2}));
    else svg.append(makeSvg('rect', {x: 2, y: 2, width: 22, height: 10, rx: round, ...box}));
    if (value === 'group') svg.append(makeSvg('rect', {x: 4, y: 4, width: 18, height: 6, rx: 3, ...box}));
  } else if (value === 'cooperation') {
    svg.append(line('M1,7H19'), makeSvg('path', {d: 'M17,3L25,7L17,11z', fill: `var(--${value})`}));
  } else if (value === 'conflict') {
    svg.append(line('M1,7H22', {'stroke-width': 2.6}), line('M16,2L24,7L16,12', {'stroke-width': 2.2}));
  } else if (value === 'words') {
    svg.append(line('M1,7H17', {'stroke-width': 1.4}), line('M17,3L25,7L17,11z', {'stroke-width': 1.4}));
  } else {
    svg.append(line('M1,7H25', {'stroke-width': 1.4}));
  }
  return svg;
}

function chip(kind, set, value, values, name, count) {
  return make('button', {
    type: 'button', class: 'chip', 'aria-pressed': String(!set.has(value)), 'data-filter': value,
    title: 'Click: on or off. Double click: this alone',
    onclick: (event) => {
      if (event.detail > 1) return;
      toggle(set, value, set.has(value));
      event.currentTarget.setAttribute('aria-pressed', String(!set.has(value)));
    },
    ondblclick: () => only(set, value, values),
  }, swatch(kind, value), name, make('small', {}, String(count)));
}

function checks(title, set, counts, names, key) {
  return make('fieldset', {}, make('legend', {}, title), ...[...counts].map(([value, count]) => make('label', {},
    make('input', {type: 'checkbox', checked: !set.has(value), 'data-filter': `${key}:${value}`,
      onchange: (event) => toggle(set, value, event.currentTarget.checked)}),
    names[value] || value, make('small', {}, String(count)))));
}

function field(title, attributes, onchange) {
  return make('label', {}, title, make('input', {...attributes, onchange: (event) => onchange(event.currentTarget)}));
}

function buildMore() {
  const groups = Object.keys(familyNames).map((family) => {
    const counts = tally(relations.filter((r) => r.family === family).map((r) => r.class));
    return counts.size ? checks(`Classes: ${familyNames[family]}`, filters.classes, counts, {}, 'class') : null;
  });
  const set = (key) => (input) => { filters[key] = input.type === 'checkbox' ? input.checked : input.value; applyFilters(); };
  const days = relations.map(daysOf).filter(Boolean);
  const span = days.length ? {min: days.map((d) => d.begin).sort()[0], max: days.map((d) => d.end).sort().pop()} : null;
  clear(byId('more'), ...groups,
    checks('Truth', filters.truths, tally(relations.map(truthOf)), truthNames, 'truth'),
    checks('Polarity', filters.polarities, tally(relations.map((r) => r.polarity)), {positive: 'said to be so', negative: 'denied'}, 'polarity'),
    make('fieldset', {}, make('legend', {}, 'Confidence'),
      field('at least', {type: 'range', min: 0, max: 1, step: 0.05, value: filters.confidence, id: 'confidence'},
        (input) => { filters.confidence = Number(input.value); applyFilters(); })),
    span && make('fieldset', {}, make('legend', {}, 'Time'),
      field('from', {type: 'date', value: filters.from || null, ...span, id: 'from'}, set('from')),
      field('to', {type: 'date', value: filters.to || null, ...span, id: 'to'}, set('to')),
      field('with those of no date', {type: 'checkbox', checked: filters.undated, id: 'undated'}, set('undated'))));
}

function buildFilters() {
  const types = tally(actors.map((actor) => actor.type));
  const families = tally(relations.map((relation) => relation.family));
  const order = (names, counts) => names.filter((name) => counts.has(name));
  const typeNames = order(data.types, types);
  const names = order(Object.keys(familyNames), families);
  clear(byId('chips'),
    make('div', {class: 'set', role: 'group', 'aria-label': 'Types of actors'},
      ...typeNames.map((type) => chip('type', filters.types, type, typeNames, type, types.get(type)))),
    make('div', {class: 'set', role: 'group', 'aria-label': 'Families of relations'},
      ...names.map((family) => chip('family', filters.families, family, names, familyNames[family], families.get(family)))));
  buildMore();
}
