// When it happened; or, where the text has no days, where in it what is said. A stretch drawn over it is a filter.

const timeline = (() => {
  const frame = byId('timeline');
  const [HEIGHT, TOP, BASE] = [48, 5, 44];
  const day = (text) => Date.parse(text) / 864e5;
  let points = []; // {relation, begin, end}: days, or places in the text
  let byDay = false;
  let svg = null;
  let width = 1000;
  let brush = null;
  let low = 0;
  let high = 1;

  const x = (value) => 14 + (width - 28) * (high > low ? (value - low) / (high - low) : 0.5);
  const value = (at) => low + (high - low) * (at - 14) / (width - 28);
  const isWithin = (relation, [from, to]) => points.some((p) => p.relation === relation && p.end >= from && p.begin <= to);

  function collect() {
    const days = relations.map((relation, i) => ({relation: i, ...daysOf(relation)})).filter((d) => d.begin && day(d.begin) === day(d.begin));
    byDay = new Set(days.flatMap((d) => [d.begin, d.end])).size > 1;
    if (byDay) {
      points = days.map((d) => ({relation: d.relation, begin: day(d.begin), end: day(d.end), own: d.own}));
      low = Math.min(...points.map((p) => p.begin));
      high = Math.max(...points.map((p) => p.end));
      points.forEach((p, i) => { // an open end reaches to the end of the line
        if (days[i].openBegin) p.begin = low;
        if (days[i].openEnd) p.end = high;
      });
      return;
    }
    let offset = 0;
    const starts = documents.map((doc) => (offset += doc.text.length) - doc.text.length);
    points = relations.flatMap((relation, i) => relation.evidence.slice(0, 1).map((e) => {
      const middle = starts[e.doc] + (e.from + e.to) / 2;
      return {relation: i, begin: middle, end: middle, own: true};
    }));
    [low, high] = [0, Math.max(offset, 1)];
  }

  function ticks() {
    if (!byDay) return [[low, 'beginning'], [high, 'end']];
    const label = (d) => new Date(d * 864e5).toISOString().slice(0, 10);
    const all = [low, low + (high - low) / 2, high].map((d) => [Math.round(d), label(Math.round(d))]);
    return all.filter(([, text], i) => all.findIndex((t) => t[1] === text) === i);
  }

  function dots() {
    const stacks = new Map();
    return points.map((point) => {
      const {family, words, from, to} = relations[point.relation];
      const column = Math.round(x((point.begin + point.end) / 2) / 9);
      const height = stacks.get(column) || 0;
      stacks.set(column, height + 1);
      const y = Math.max(TOP, BASE - 6 - height * 8);
      const wide = x(point.end) - x(point.begin);
      const shape = wide > 8 ? makeSvg('rect', {x: x(point.begin), y: y - 3, width: wide, height: 6, rx: 3})
        : makeSvg('circle', {cx: x((point.begin + point.end) / 2), cy: y, r: 3.6});
      setAll(shape, {class: 'dot', 'data-relation': point.relation, stroke: `var(--${family})`, 'stroke-width': 1.4, fill: point.own ? `var(--${family})` : 'var(--paper)',
        onclick: () => chooseRelation(point.relation)});
      shape.append(makeSvg('title', {}, `${actors[from].label} – ${words} – ${actors[to].label}`));
      return shape;
    });
  }

  function drawBrush(from, to) {
    const [a, b] = [x(Math.min(from, to)), x(Math.max(from, to))];
    setAll(brush, {x: a, width: Math.max(b - a, 1)});
    brush.toggleAttribute('hidden', false);
  }

  function setStretch(from, to) {
    filters.stretch = [Math.min(from, to), Math.max(from, to)];
    drawBrush(from, to);
    applyFilters();
  }

  function listen() {
    let start = null;
    const at = (event) => {
      const box = svg.getBoundingClientRect();
      return Math.max(low, Math.min(high, value((event.clientX - box.left) / box.width * width)));
    };
    setAll(svg, {
      onpointerdown: (event) => { start = {value: at(event), x: event.clientX}; },
      onpointermove: (event) => {
        if (!start || Math.abs(event.clientX - start.x) < 5) return;
        svg.setPointerCapture(event.pointerId);
        drawBrush(start.value, at(event));
      },
      onpointerup: (event) => {
        if (start && Math.abs(event.clientX - start.x) >= 5) setStretch(start.value, at(event));
        else if (start && !event.target.closest('.dot') && filters.stretch) { filters.stretch = null; applyFilters(); }
        start = null;
      },
    });
  }

  // Once, and again when it gets another width.
  function build() {
    collect();
    frame.hidden = points.length < 2;
    if (frame.hidden) return;
    show();
    new ResizeObserver(() => {
      if (Math.abs(frame.clientWidth - 32 - width) < 2) return;
      show();
      filter();
    }).observe(frame);
  }

  function show() {
    width = Math.max(frame.clientWidth - 32, 200);
    brush = makeSvg('rect', {class: 'brush', y: 0, height: BASE, hidden: true});
    svg = makeSvg('svg', {viewBox: `0 0 ${width} ${HEIGHT}`, role: 'img', 'aria-label': byDay ? 'Relations by day' : 'Relations by their place in the text'},
      brush, makeSvg('path', {class: 'axis', d: `M14,${BASE}H${width - 14}`}), ...dots());
    clear(frame, make('div', {class: 'line'}, make('span', {}, byDay ? 'When' : 'Where in the text'), make('span', {}, 'Draw over it to see a stretch alone; click to see all')), svg,
      make('div', {class: 'line'}, ...ticks().map(([, text]) => make('span', {}, text))));
    listen();
  }

  function filter() {
    if (!svg) return;
    if (filters.stretch) drawBrush(...filters.stretch);
    else brush.toggleAttribute('hidden', true);
    for (const dot of svg.querySelectorAll('.dot')) dot.classList.toggle('off', !shown.relations.has(Number(dot.dataset.relation)));
  }

  return {build, filter, isWithin, setStretch};
})();
