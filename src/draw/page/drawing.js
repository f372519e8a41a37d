// The drawing: moved, zoomed, chosen from.

const drawing = (() => {
  const stage = byId('stage');
  const svg = stage.querySelector('svg');
  const size = {width: svg.viewBox.baseVal.width, height: svg.viewBox.baseVal.height};
  const camera = makeSvg('g', {id: 'camera'});
  const view = {x: 0, y: 0, k: 1};
  const FAR = 0.62; // below this, words on lines are too small to read

  camera.append(...svg.querySelectorAll(':scope > g'));
  svg.append(camera);
  for (const name of ['viewBox', 'width', 'height']) svg.removeAttribute(name);

  function place() {
    camera.setAttribute('transform', `translate(${view.x.toFixed(2)} ${view.y.toFixed(2)}) scale(${view.k.toFixed(4)})`);
    stage.classList.toggle('far', view.k < FAR);
    stage.dataset.zoom = view.k.toFixed(3);
  }

  function fit() {
    const {width, height} = stage.getBoundingClientRect();
    view.k = Math.max(0.05, Math.min(width / size.width, height / size.height, 1.7));
    view.x = (width - size.width * view.k) / 2;
    view.y = (height - size.height * view.k) / 2;
    place();
  }

  // Zooms about a point of the stage; its middle where none is given.
  function zoom(factor, x, y) {
    const {width, height} = stage.getBoundingClientRect();
    const k = Math.max(0.05, Math.min(view.k * factor, 8));
    const [cx, cy] = [x ?? width / 2, y ?? height / 2];
    view.x = cx - (cx - view.x) * k / view.k;
    view.y = cy - (cy - view.y) * k / view.k;
    view.k = k;
    place();
  }

  function move(dx, dy) {
    view.x += dx;
    view.y += dy;
    place();
  }

  // Brings an element into sight where it is not.
  function reveal(element) {
    if (!element) return;
    const frame = stage.getBoundingClientRect();
    const box = element.getBoundingClientRect();
    const off = (low, high, from, to) => (low < from + 20 ? from + 20 - low : high > to - 20 ? to - 20 - high : 0);
    const dx = off(box.left, box.right, frame.left, frame.right);
    const dy = off(box.top, box.bottom, frame.top, frame.bottom);
    if (dx || dy) move(dx, dy);
  }

  const centre = (node) => {
    const box = node.element.getBoundingClientRect();
    return [box.left + box.width / 2, box.top + box.height / 2];
  };

  // The node next to another in a direction, those straight ahead first.
  function neighbour(from, dx, dy) {
    const [x, y] = centre(from);
    let best = null;
    let least = Infinity;
    for (const node of nodes) {
      if (node === from || node.element.classList.contains('off')) continue;
      const [nx, ny] = centre(node);
      const ahead = (nx - x) * dx + (ny - y) * dy;
      const aside = Math.abs((nx - x) * dy) + Math.abs((ny - y) * dx);
      const cost = ahead + 2.5 * aside;
      if (ahead > 1 && cost < least) [best, least] = [node, cost];
    }
    return best;
  }

  let reached = null; // the one node that Tab reaches
  function reach(node, focus) {
    if (reached) reached.element.setAttribute('tabindex', '-1');
    reached = node;
    if (!node) return;
    node.element.setAttribute('tabindex', '0');
    if (focus) {
      node.element.focus({preventScroll: true});
      reveal(node.element);
    }
  }

  const directions = {ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1]};
  function onkey(event) {
    const direction = directions[event.key];
    const node = nodes.find((n) => n.element === event.target);
    if (direction && event.shiftKey) move(-60 * direction[0], -60 * direction[1]);
    else if (direction && node) reach(neighbour(node, ...direction) || node, true);
    else if ((event.key === 'Enter' || event.key === ' ') && node) choose({actor: node.actor});
    else return;
    event.preventDefault();
  }

  function chooseAt(target) {
    const group = target.closest('.node, .edge');
    const node = group && nodes.findIndex((n) => n.element === group);
    const edge = group && edges.findIndex((e) => e.element === group);
    if (group && node >= 0) choose({actor: nodes[node].actor});
    else if (group && edge >= 0) choose({edge});
    else choose(null);
  }

  // One pointer moves the drawing or, where it hardly moves, chooses; two zoom it.
  const pointers = new Map();
  let way = 0;
  let gap = 0;
  const spread = () => {
    const [p, q] = [...pointers.values()];
    return Math.hypot(p.x - q.x, p.y - q.y);
  };
  function onpointerdown(event) {
    if (event.button !== 0 || event.target.closest('#zoom, a')) return;
    pointers.set(event.pointerId, {x: event.clientX, y: event.clientY});
    way = pointers.size > 1 ? 100 : 0;
    gap = pointers.size === 2 ? spread() : 0;
  }
  function onpointermove(event) {
    const last = pointers.get(event.pointerId);
    if (!last) return;
    const [dx, dy] = [event.clientX - last.x, event.clientY - last.y];
    way += Math.abs(dx) + Math.abs(dy);
    pointers.set(event.pointerId, {x: event.clientX, y: event.clientY});
    if (pointers.size === 2 && gap > 0) {
      const now = spread();
      const frame = stage.getBoundingClientRect();
      zoom(now / gap, event.clientX - frame.left, event.clientY - frame.top);
      gap = now;
    } else if (way > 4) {
      if (!stage.classList.contains('panning')) stage.setPointerCapture(event.pointerId);
      stage.classList.add('panning');
      move(dx, dy);
    }
  }
  function onpointerup(event) {
    if (pointers.delete(event.pointerId) && event.type === 'pointerup' && way <= 4) chooseAt(event.target);
    stage.classList.remove('panning');
  }

  function prepare() {
    svg.setAttribute('role', 'group');
    svg.setAttribute('aria-roledescription', 'network');
    for (const node of nodes) {
      const actor = actors[node.actor];
      setAll(node.element, {role: 'button', tabindex: '-1', 'aria-pressed': 'false',
        'aria-label': `${actor.label}, ${actor.type}, ${plural(actor.relations.length, 'relation')}`});
      node.element.addEventListener('focus', () => reach(node, false));
    }
    for (const edge of edges) {
      const path = edge.element.querySelector('path');
      if (path) edge.element.prepend(makeSvg('path', {class: 'hit', d: path.getAttribute('d')}));
    }
    reach(nodes.reduce((best, node) => (!best || actors[node.actor].relations.length > actors[best.actor].relations.length ? node : best), null));
    setAll(stage, {onpointerdown, onpointermove, onpointerup, onpointercancel: onpointerup, onkeydown: onkey});
    stage.addEventListener('wheel', (event) => {
      const frame = stage.getBoundingClientRect();
      event.preventDefault();
      zoom(Math.exp(-event.deltaY * (event.deltaMode ? 0.05 : 0.0016)), event.clientX - frame.left, event.clientY - frame.top);
    }, {passive: false});
    byId('zoom-in').addEventListener('click', () => zoom(1.3));
    byId('zoom-out').addEventListener('click', () => zoom(1 / 1.3));
    byId('zoom-fit').addEventListener('click', fit);
    new ResizeObserver(fit).observe(stage);
    fit();
  }

  function filter() {
    for (const edge of edges) edge.element.classList.toggle('off', !edge.relations.some((r) => shown.relations.has(r)));
    for (const node of nodes) {
      node.element.classList.toggle('off', filters.types.has(actors[node.actor].type));
      node.element.classList.toggle('faded', !shown.actors.has(node.actor));
    }
  }

  // Shows what is chosen and what touches it; the rest steps back.
  function mark(choice) {
    const near = new Set();
    const isLit = (edge) => {
      if (!choice) return false;
      if (choice.actor === undefined) return edges[choice.edge] === edge;
      return edge.relations.some((r) => relations[r].from === choice.actor || relations[r].to === choice.actor);
    };
    for (const edge of edges) {
      const lit = isLit(edge);
      if (lit) edge.relations.forEach((r) => near.add(relations[r].from).add(relations[r].to));
      edge.element.classList.toggle('lit', lit);
      edge.element.classList.toggle('chosen', Boolean(choice) && edges[choice.edge] === edge);
      edge.element.classList.toggle('dim', Boolean(choice) && !lit);
    }
    for (const node of nodes) {
      const chosen = Boolean(choice) && choice.actor === node.actor;
      node.element.classList.toggle('chosen', chosen);
      node.element.classList.toggle('dim', Boolean(choice) && !chosen && !near.has(node.actor));
      node.element.setAttribute('aria-pressed', String(chosen));
      if (chosen) {
        reach(node, false);
        reveal(node.element);
      }
    }
    if (choice && choice.edge !== undefined) reveal(edges[choice.edge].element);
  }

  return {prepare, filter, mark, zoom, fit, move, focus: () => reached && reach(reached, true)};
})();
