// Making elements. Text is only ever set as text: nothing of a graph is read as markup.

const SVG = 'http://www.w3.org/2000/svg';
const byId = (id) => document.getElementById(id);

// An attribute whose value is null or false is left out.
function setAll(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (value !== null && value !== undefined && value !== false) element.setAttribute(name, value === true ? '' : value);
  }
  return element;
}

// make('p', {class: 'quiet'}, 'text', element, ...)
function make(tag, attributes = {}, ...children) {
  const element = setAll(document.createElement(tag), attributes);
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

function makeSvg(tag, attributes = {}, ...children) {
  const element = setAll(document.createElementNS(SVG, tag), attributes);
  element.append(...children);
  return element;
}

const clear = (element, ...children) => element.replaceChildren(...children.filter((child) => child));
const plural = (n, one, many = `${one}s`) => `${n} ${n === 1 ? one : many}`;

// Only addresses of the web may become links.
function webLink(address) {
  return /^https?:\/\//i.test(address) ? make('a', {href: address, rel: 'noopener noreferrer', target: '_blank'}, address.replace(/^https?:\/\//i, '')) : address;
}

// Cuts text at the borders of ranges {begin, end, ...}; build(part, ranges that cover it, begin) makes a node of each.
function cut(text, begin, end, ranges, build) {
  const borders = new Set([begin, end]);
  for (const range of ranges) {
    if (range.begin > begin && range.begin < end) borders.add(range.begin);
    if (range.end > begin && range.end < end) borders.add(range.end);
  }
  const sorted = [...borders].sort((a, b) => a - b);
  const nodes = [];
  for (let i = 0; i + 1 < sorted.length; i++) {
    const [from, to] = [sorted[i], sorted[i + 1]];
    nodes.push(build(text.slice(from, to), ranges.filter((r) => r.begin <= from && r.end >= to), from, to));
  }
  return nodes;
}
