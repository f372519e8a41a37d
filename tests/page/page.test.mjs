// The page of `kith draw -o FILE.html` in a browser: found, chosen, filtered, zoomed, by mouse and by keys; harmless; and
// open to all. KITH is the program, CHROMIUM the browser; SEED an article's text.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {createRequire} from 'node:module';
import {chromium} from 'playwright-core';
import {attempts, hostile, news} from './graphs.mjs';

const kith = process.env.KITH || 'kith';
const folder = mkdtempSync(join(tmpdir(), 'kith-page-'));
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
let browser;

before(async () => {
  browser = await chromium.launch({executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: ['--no-sandbox']});
});
after(async () => {
  await browser.close();
  rmSync(folder, {recursive: true});
});

function draw(name, json) {
  writeFileSync(join(folder, `${name}.json`), json);
  execFileSync(kith, ['draw', join(folder, `${name}.json`), '-o', join(folder, `${name}.html`)]);
  return join(folder, `${name}.html`);
}

function drawSeed(suffix) {
  const json = execFileSync(kith, ['build', '-f', 'json', process.env.SEED]);
  writeFileSync(join(folder, 'seed.json'), json);
  execFileSync(kith, ['draw', join(folder, 'seed.json'), '-o', join(folder, `seed.${suffix}`)]);
  return join(folder, `seed.${suffix}`);
}

// Opens a page; whatever it asks of a network or says as an error is noted.
async function open(file, options = {}) {
  const context = await browser.newContext({viewport: {width: 1366, height: 768}, bypassCSP: false, ...options});
  const page = await context.newPage();
  page.notes = [];
  page.on('request', (request) => request.url().startsWith('file://') && request.url().endsWith('.html') || page.notes.push(`asked for ${request.url()}`));
  page.on('pageerror', (error) => page.notes.push(error.message));
  page.on('console', (message) => message.type() === 'error' && page.notes.push(message.text()));
  page.on('dialog', (dialog) => { page.notes.push(`dialog ${dialog.message()}`); dialog.dismiss(); });
  await page.goto(`file://${file}`);
  return page;
}

const heading = (page) => page.locator('#details h2').innerText();
const zoomOf = (page) => page.locator('#stage').evaluate((stage) => Number(stage.dataset.zoom));
const cameraOf = (page) => page.locator('#camera').getAttribute('transform');
const node = (page, label) => page.locator(`#stage .node[aria-label^="${label}"]`);
const sum = (page) => page.locator('#sum').innerText();
// An element of the drawing is chosen at the middle of its words.
const choose = async (target) => {
  const box = await target.locator('text').first().boundingBox();
  await target.page().mouse.click(box.x + box.width / 2, box.y + box.height / 2);
};

describe('the page', () => {
  let page;
  before(async () => { page = await open(draw('news', news())); });
  after(async () => {
    assert.deepEqual(page.notes, []);
    await page.context().close();
  });
  const reset = async () => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.keyboard.press('r');
    await page.keyboard.press('0');
  };

  it('finds actors by a part of a name, in any case, accents aside', async () => {
    for (const [query, label] of [['VERN', 'Ada Verne'], ['fish', 'the fishers'], ['zoe', 'Zoë Łukasz']]) {
      await page.fill('#search', query);
      assert.match(await page.locator('#hits li').first().innerText(), new RegExp(label));
      await page.keyboard.press('Enter');
      assert.equal(await heading(page), label);
    }
    assert.equal(await page.locator('#hits').isVisible(), false);
    await page.fill('#search', 'nobody of this name');
    assert.equal(await page.locator('#hits li').count(), 0);
    await page.keyboard.press('Escape');
    await reset();
  });

  it('finds relations by their words', async () => {
    await page.fill('#search', 'marched');
    await page.locator('#hits li').first().click();
    assert.match(await page.locator('#details').innerText(), /marched against/);
    await reset();
  });

  it('tells of an actor that is clicked: names, relations, sentences', async () => {
    await choose(node(page, 'Bo Lind'));
    assert.equal(await heading(page), 'Bo Lind');
    const said = await page.locator('#details').innerText();
    for (const what of ['person', 'Also: Lind', 'met', '2021-10-04', 'in Eastport', 'Ada Verne met Bo Lind in Eastport']) assert.ok(said.includes(what), what);
    assert.equal(await node(page, 'Bo Lind').getAttribute('aria-pressed'), 'true');
    assert.ok(await page.locator('#article mark.chosen').count() >= 2);
    assert.ok(await page.locator('#stage .edge.dim').count() > 0);
    await reset();
    assert.equal(await page.locator('#stage .dim').count(), 0);
  });

  it('tells of a line that is clicked: the evidence with its words marked, and where in the article', async () => {
    await choose(page.locator('#stage .edge.conflict', {hasText: 'sanctioned'}));
    assert.match(await heading(page), /Norland|Sudland/);
    const item = page.locator('#details li', {hasText: 'denied'});
    assert.equal(await item.locator('.word').first().innerText(), 'sanctioned');
    assert.deepEqual(await item.locator('.end').allInnerTexts(), ['Norland', 'Sudland']);
    const cited = await page.locator('#article .cited').allInnerTexts();
    assert.ok(cited.join('').includes('has not sanctioned'));
    await item.locator('.quote').click();
    assert.ok(await page.locator('#article .cited').first().isVisible());
    await reset();
  });

  it('says whose statement it is and what is only planned', async () => {
    await choose(node(page, 'the fishers'));
    const said = await page.locator('#details').innerText();
    assert.match(said, /planned/);
    assert.match(said, /according to Bo Lind/);
    await reset();
  });

  it('chooses by a name in the article, and opens the document of the evidence', async () => {
    await page.locator('#article mark', {hasText: 'Eastport'}).first().click();
    assert.equal(await heading(page), 'Eastport');
    await choose(page.locator('#stage .edge.cooperation', {hasText: 'helped'}));
    await page.locator('#details .quote', {hasText: 'helped'}).click();
    assert.match(await page.locator('#article').innerText(), /Norland helped the fishers/);
    await page.selectOption('#document', {index: 0});
    assert.match(await page.locator('#article').innerText(), /Ada Verne met/);
    assert.equal(await page.locator('#article mark', {hasText: 'Ada Verne'}).first().innerText(), 'Ada Verne');
    await reset();
  });

  it('filters by family, by type, and all comes back', async () => {
    const conflicts = page.locator('#stage .edge.conflict');
    const count = await conflicts.count();
    await page.click('[data-filter=conflict]');
    assert.equal(await page.locator('#stage .edge.conflict.off').count() > 0, true);
    assert.match(await sum(page), /^3 of 7/);
    assert.equal(await page.locator('[data-filter=conflict]').getAttribute('aria-pressed'), 'false');
    await page.click('#reset');
    assert.equal(await page.locator('#stage .off').count(), 0);
    assert.equal(await conflicts.count(), count);
    await page.click('[data-filter=person]');
    assert.equal(await node(page, 'Bo Lind').evaluate((e) => getComputedStyle(e).visibility), 'hidden');
    await reset();
    assert.match(await sum(page), /7 relations/);
  });

  it('filters by class, polarity, modality, confidence, time', async () => {
    await page.click('#more-button');
    for (const [filter, left] of [['class:accuse', 6], ['polarity:negative', 6], ['truth:planned', 6]]) {
      await page.locator(`[data-filter="${filter}"]`).uncheck();
      assert.match(await sum(page), new RegExp(`^${left} of 7`), filter);
      await page.locator(`[data-filter="${filter}"]`).check();
    }
    await page.locator('#confidence').fill('0.5');
    assert.match(await sum(page), /^6 of 7/);
    await page.locator('#confidence').fill('0');
    await page.fill('#from', '2021-10-20');
    await page.locator('#from').blur();
    assert.match(await sum(page), /^1 of 7/);
    await page.keyboard.press('Escape');
    assert.equal(await page.locator('#more').isVisible(), false);
    await reset();
  });

  it('has a timeline that chooses and filters', async () => {
    assert.equal(await page.locator('#timeline .dot').count(), 7);
    assert.match(await page.locator('#timeline').innerText(), /2021-10-04[^]*2021-11-30/);
    await page.locator('#timeline rect.dot').first().click();
    assert.match(await page.locator('#details').innerText(), /would attack/);
    const box = await page.locator('#timeline svg').boundingBox();
    await page.mouse.move(box.x + box.width * 0.45, box.y + 4);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.98, box.y + 4, {steps: 5});
    await page.mouse.up();
    assert.match(await sum(page), /^1 of 7/);
    await reset();
    assert.match(await sum(page), /7 relations/);
  });

  it('zooms by wheel, buttons and keys, and moves by drag and keys', async () => {
    const start = await zoomOf(page);
    const stage = await page.locator('#stage').boundingBox();
    await page.mouse.move(stage.x + 60, stage.y + stage.height - 90);
    await page.mouse.wheel(0, -300);
    await page.waitForFunction((z) => Number(document.getElementById('stage').dataset.zoom) > z, start);
    await page.click('#zoom-out');
    await page.click('#zoom-fit');
    assert.equal(await zoomOf(page), start);
    await page.keyboard.press('+');
    assert.ok(await zoomOf(page) > start);
    await page.keyboard.press('-');
    assert.ok(Math.abs(await zoomOf(page) - start) < 0.01);
    await page.keyboard.press('0');
    const still = await cameraOf(page);
    await page.mouse.move(stage.x + 12, stage.y + 12);
    await page.mouse.down();
    await page.mouse.move(stage.x + 90, stage.y + 60, {steps: 4});
    await page.mouse.up();
    assert.notEqual(await cameraOf(page), still);
    await page.keyboard.press('0');
    await page.keyboard.press('g');
    await page.keyboard.press('Shift+ArrowLeft');
    assert.notEqual(await cameraOf(page), still);
    await reset();
  });

  it('goes by keys alone', async () => {
    await page.keyboard.press('/');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'search');
    await page.keyboard.type('lind');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    assert.equal(await heading(page), 'Bo Lind');
    await page.locator('#search').blur();
    await page.keyboard.press('g');
    const from = await page.evaluate(() => document.activeElement.getAttribute('aria-label'));
    assert.match(from, /^Bo Lind/);
    const reached = new Set();
    for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowUp']) {
      await page.keyboard.press(key);
      reached.add(await page.evaluate(() => document.activeElement.getAttribute('aria-label')));
    }
    assert.ok(reached.size > 1);
    await page.keyboard.press('Enter');
    assert.ok((await page.evaluate(() => document.activeElement.getAttribute('aria-label'))).startsWith(await heading(page)));
    await page.keyboard.press('n');
    assert.ok(await page.locator('#article mark.chosen').count() > 0);
    for (const [key, id] of [['d', 'details'], ['a', 'article']]) {
      await page.keyboard.press(key);
      assert.equal(await page.evaluate(() => document.activeElement.id), id);
    }
    await page.keyboard.press('?');
    assert.equal(await page.locator('#keys').isVisible(), true);
    await page.keyboard.press('Escape');
    assert.equal(await page.locator('#keys').isVisible(), false);
    await reset();
  });

  it('turns dark and light', async () => {
    const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await ground();
    await page.keyboard.press('t');
    assert.notEqual(await ground(), light);
    await page.keyboard.press('t');
    assert.equal(await ground(), light);
    const dark = await open(join(folder, 'news.html'), {colorScheme: 'dark'});
    assert.notEqual(await dark.evaluate(() => getComputedStyle(document.body).backgroundColor), light);
    assert.deepEqual(dark.notes, []);
    await dark.context().close();
  });

  it('runs nothing but its own script', async () => {
    const ran = await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'window.stranger = true';
      document.body.append(script);
      document.body.insertAdjacentHTML('beforeend', '<img src="x" onerror="window.stranger = true">');
      return new Promise((resolve) => { setTimeout(() => resolve(window.stranger), 200); });
    });
    assert.equal(ran, undefined);
    assert.ok(page.notes.length > 0, 'the policy says so');
    page.notes = [];
  });
});

describe('a hostile graph', () => {
  it('runs nothing, whatever is done with it', async () => {
    const page = await open(draw('hostile', hostile()));
    assert.equal(await page.locator('script').count(), 2);
    assert.equal(await page.locator('img, iframe, object, embed, a[href^="javascript"], [onload], [onerror], [onmouseover]').count(), 0);
    for (const attempt of attempts) {
      await page.fill('#search', attempt);
      await page.keyboard.press('Enter');
      assert.equal(await heading(page), attempt.replace(/\s+/g, ' '));
    }
    for (const edge of await page.locator('#stage .edge').all()) {
      await edge.dispatchEvent('pointerdown', {button: 0});
      await edge.dispatchEvent('pointerup', {button: 0});
    }
    for (const quote of await page.locator('#details .quote').all()) await quote.click();
    await page.click('#more-button');
    assert.equal(await page.evaluate(() => window.hacked), undefined);
    assert.equal(await page.locator('script').count(), 2);
    assert.equal(await page.locator('a[href^="javascript"]').count(), 0);
    assert.deepEqual(page.notes, []);
    await page.context().close();
  });

  it('runs nothing as a drawing by itself', async () => {
    draw('hostile', hostile());
    execFileSync(kith, ['draw', join(folder, 'hostile.json'), '-o', join(folder, 'hostile.svg')]);
    const page = await browser.newPage();
    await page.goto(`file://${join(folder, 'hostile.svg')}`);
    assert.equal(await page.evaluate(() => window.hacked), undefined);
    assert.equal(await page.locator('script, foreignObject, [onload]').count(), 0);
    await page.close();
  });
});

describe("the seed's page", () => {
  for (const colorScheme of ['light', 'dark'])
    for (const viewport of [{width: 1366, height: 768}, {width: 390, height: 800}])
      it(`is open to all: ${colorScheme}, ${viewport.width} wide`, async () => {
        const context = {colorScheme, viewport};
        const page = await open(drawSeed('html'), context);
        const serious = async (state) => {
          const {violations} = await page.evaluate(`${axe}; axe.run(document, {resultTypes: ['violations']})`);
          const found = violations.filter((v) => ['serious', 'critical'].includes(v.impact));
          assert.deepEqual(found.map((v) => `${state}: ${v.id}: ${v.help}: ${v.nodes.slice(0, 3).map((n) => n.html.slice(0, 120)).join(' | ')}`), []);
        };
        await serious('at first');
        await page.fill('#search', 'a');
        await serious('searching');
        await page.keyboard.press('Enter');
        await serious('with an actor');
        await page.locator('#stage .edge.conflict').first().dispatchEvent('pointerdown', {button: 0});
        await page.locator('#stage .edge.conflict').first().dispatchEvent('pointerup', {button: 0});
        await serious('with a line');
        await page.click('#more-button');
        await serious('with filters');
        await page.click('#keys-button');
        await serious('with keys');
        assert.deepEqual(page.notes, []);
        await page.context().close();
      });

  it('is small', () => {
    assert.ok(statSync(drawSeed('html')).size < 1_000_000);
    assert.ok(statSync(drawSeed('svg')).size < 150_000);
  });
});
