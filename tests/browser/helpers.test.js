// @ts-check
/** The pure helpers of `www/`, without a browser. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { formatDate, formatDuration, formatTime, formatValue } from '../../www/format.js';
import { outline, placesOf, targetKey } from '../../www/outline.js';
import { cut, evidenceOver, layersOf } from '../../www/segments.js';
import { stringsFor } from '../../www/strings.js';
import { reportOf } from './report.js';

const www = join(import.meta.dirname, '../../www');

/** Intl writes three kinds of space; the tests write one. @param {string | null} text */
const plain = (text) => text?.replace(/[\u00A0\u202F\u2009]/g, ' ') ?? null;

/** All blocks of a report, cut. @param {import('../../www/report.d.ts').Report} report @param {import('../../www/report.d.ts').Range[]} [evidence] @param {string[]} [hidden] */
function cutAll(report, evidence = [], hidden = []) {
  const [layers, shown] = [layersOf(report, new Set(hidden)), evidenceOver(report.blocks, evidence)];
  return report.blocks.map((block, index) => cut(block, (layers.get(index) ?? []).concat(shown.get(index) ?? [])));
}

test('runs cover every block exactly, in order, and none is empty', () => {
  const { report, text } = reportOf('[Claire Morel|person] a promis « {nous irons à [Lyon|place] demain} ».\n[Lyon|place] attend.');
  cutAll(report, [{ start: 3, end: 40 }, { start: 30, end: text.length }]).forEach((runs, block) => {
    const { start, end } = report.blocks[block];
    assert.equal(runs.map((run) => text.slice(run.start, run.end)).join(''), text.slice(start, end));
    for (const run of runs) assert.ok(run.start < run.end);
  });
});

test('a run knows the mention, the quotation and the evidence over it', () => {
  const { report, text } = reportOf('« {à [Lyon|place] demain} », a dit [Claire Morel|person].');
  const [runs] = cutAll(report, [{ start: 2, end: 8 }]);
  const run = (/** @type {string} */ words) => runs.find(({ start, end }) => text.slice(start, end) === words);
  assert.deepEqual(runs.map(({ start, end }) => text.slice(start, end)), ['« ', 'à ', 'Lyon', ' demain', ' », a dit ', 'Claire Morel', '.']);
  assert.deepEqual([run('Lyon')?.mention, run('Lyon')?.quote, run('Lyon')?.evidence], [0, 0, true]);
  assert.deepEqual([run(' demain')?.mention, run(' demain')?.quote, run(' demain')?.evidence], [null, 0, false]);
  assert.deepEqual([run('Claire Morel')?.mention, run('Claire Morel')?.quote], [1, null]);
});

test('a hidden kind is plain text', () => {
  const { report } = reportOf('[Lyon|place] et « {demain} ».\n[Paris|place].');
  assert.deepEqual(cutAll(report, [], ['place', 'quote']).map((runs) => runs.length), [1, 1]);
});

test('a quotation over two blocks is in both', () => {
  const { report } = reportOf('« {Nous irons.\nTous} ».');
  assert.deepEqual(cutAll(report).map((runs) => runs.some(({ quote }) => quote === 0)), [true, true]);
});

test('a name that comes two hundred thousand times is one line', () => {
  const { report, text } = reportOf('[Lyon|place] attend.');
  report.mentions = Array.from({ length: 200_000 }, () => report.mentions[0]);
  report.entities[0].mentions = report.mentions.map((_, index) => index);
  assert.equal(outline(report, text).places[0].count, 200_000);
  assert.equal(placesOf({ type: 'entity', id: 0 }, report).length, 200_000);
});

test('amounts keep every digit and shorten only where nothing is lost', () => {
  const money = (/** @type {string} */ amount, /** @type {string | null} */ currency, qualifier = 'exact', max = null, locale = 'fr') =>
    plain(formatValue('money', { qualifier, amount, max, currency }, locale));
  assert.equal(money('97400000000', 'USD'), '97,4 milliards de dollars');
  assert.equal(money('2400000000', 'EUR', 'about'), 'environ 2,4 milliards d’euros');
  assert.equal(money('300000000', 'CHF'), '300 millions de francs suisses');
  assert.equal(money('1234567', 'EUR'), '1 234 567 euros');
  assert.equal(money('9007199254740993', 'EUR'), '9 007 199 254 740 993 euros');
  assert.equal(money('12.50', 'EUR'), '12,50 euros');
  assert.equal(money('1', 'EUR'), '1 euro');
  assert.equal(money('120000000', 'EUR', 'between', /** @type {any} */ ('150000000')), 'de 120 millions d’euros à 150 millions d’euros');
  assert.equal(money('97400000000', 'USD', 'atLeast', null, 'en'), 'at least 97.4 billion dollars');
  assert.equal(money('5000000', null), null, 'which currency is not known: the words of the article say it better');
  assert.equal(money('5', '???'), '5 ???');
});

test('percentages, measures, counts, times and durations', () => {
  assert.equal(plain(formatValue('percent', { qualifier: 'exact', amount: '4.7' }, 'fr')), '4,7 %');
  assert.equal(plain(formatValue('percent', { qualifier: 'exact', amount: '2', unit: 'pt' }, 'fr')), '2 points');
  assert.equal(plain(formatValue('quantity', { qualifier: 'atLeast', amount: '3000', unit: 'm' }, 'fr')), 'au moins 3 000 m');
  assert.equal(plain(formatValue('quantity', { qualifier: 'exact', amount: '35', unit: 'year' }, 'fr')), '35 ans');
  assert.equal(plain(formatValue('count', { qualifier: 'exact', amount: '1900000000' }, 'fr')), '1,9 milliard');
  assert.equal(plain(formatTime('17:30', 'fr')), '17 h 30');
  assert.equal(plain(formatTime('09:00', 'fr')), '9 h');
  assert.equal(plain(formatDuration('P2D', 'fr')), '2 jours');
  assert.equal(plain(formatDuration('PT1H30M', 'fr')), '1 heure 30 minutes');
  assert.equal(plain(formatDuration('P1M', 'fr')), '1 mois');
});

test('dates of every precision', () => {
  const date = (/** @type {string} */ edtf, locale = 'fr') => plain(formatDate(edtf, locale));
  assert.equal(date('2025-02-11'), 'mardi 11 février 2025');
  assert.equal(date('2025-02-11', 'en')?.replace(',', ''), 'Tuesday 11 February 2025'); // the comma comes and goes with ICU
  assert.equal(date('2025-01'), 'janvier 2025');
  assert.equal(date('2023'), '2023');
  assert.equal(date('199X'), 'années 1990');
  assert.equal(date('19XX'), 'XXe siècle');
  assert.equal(date('2023~'), 'vers 2023');
  assert.equal(date('2027-05-12/2027-05-13'), '12–13 mai 2027');
  assert.equal(date('2027-05-12..2027-05-13'), '12–13 mai 2027');
  assert.equal(date('2024/..'), 'dès 2024');
  assert.equal(date('0800-12-25')?.slice(-3), '800');
  assert.equal(date('2025-21'), '2025-21', 'what it cannot read it leaves as it is');
});

test('the outline joins roles to people, quotations to speakers, and merges what is told twice', () => {
  const { report, text } = reportOf(
    '[Claire Morel|person], [ministre de la Santé|role:Claire Morel], a promis « {oui} »@Claire Morel. [Paul Roy|person] : « {non} »@Paul Roy. « {Qui ?} »\n' +
    '« {peut-être} »@Claire Morel pour [12 euros|money:12].\nEncore [12 euros|money:12].',
  );
  const { people, voices, figures } = outline(report, text);
  assert.deepEqual(people.map(({ name, roles }) => [name, roles.map((role) => role.text)]), [
    ['Claire Morel', ['ministre de la Santé']], ['Paul Roy', []],
  ]);
  assert.deepEqual(voices.map(({ name, sayings }) => [name, sayings.map((saying) => saying.text)]), [
    ['Claire Morel', ['oui', 'peut-être']], ['Paul Roy', ['non']], [null, ['Qui ?']],
  ]);
  assert.equal(figures.length, 1);
  assert.equal(placesOf(figures[0].target, report).length, 2);
});

test('a quotation among the essentials needs no word that somebody says so: its line names who', () => {
  const { report, text } = reportOf('Le pont ferme.');
  const line = { fr: '', en: '', evidence: { start: 0, end: 7 }, fact: null, modality: /** @type {const} */ ('reported'), source: null, by: '', score: 1 };
  report.essentials.push({ ...line, kind: 'quote' }, { ...line, kind: 'clause' });
  assert.deepEqual(outline(report, text).essentials.map(({ modality }) => modality), ['', 'reported']);
});

test('noise and repeats add nothing to the outline', () => {
  const { report, text } = reportOf('[Lyon|place] paie [12 euros|money:12].\n[Paris|place] paie [15 euros|money:15].\n[Nice|place] paie [18 euros|money:18].');
  report.blocks[1].kind = 'noise';
  report.blocks[2].repeatOf = 0;
  const { places, figures } = outline(report, text);
  assert.deepEqual([places.map(({ name }) => name), figures.length], [['Lyon'], 1]);
});

test('dates stand in calendar order, the unresolved last', () => {
  const { report, text } = reportOf('[un jour|date:] [en mai|date:2025-05-01] [en avril|date:2025-04-01]');
  assert.deepEqual(outline(report, text).dates.map((date) => date.text), ['en avril', 'en mai', 'un jour']);
});

test('equal targets have equal keys', () => {
  assert.equal(targetKey({ type: 'mentions', ids: [1, 2] }), targetKey({ type: 'mentions', ids: [1, 2] }));
  assert.notEqual(targetKey({ type: 'quote', id: 1 }), targetKey({ type: 'fact', id: 1 }));
});

test('both languages say everything', () => {
  const [french, english] = [stringsFor('fr-FR'), stringsFor('en')];
  assert.deepEqual(Object.keys(english).sort(), Object.keys(french).sort());
  for (const key of /** @type {const} */ (['kinds', 'kind', 'sections', 'modality', 'anchor'])) {
    assert.deepEqual(Object.keys(english[key]).sort(), Object.keys(french[key]).sort());
  }
  assert.equal(stringsFor(null), french);
});

test('index.html preloads every module that its scripts import', () => {
  const index = readFileSync(join(www, 'index.html'), 'utf8');
  const named = (/** @type {RegExp} */ pattern, /** @type {string} */ source) => [...source.matchAll(pattern)].map(([, name]) => name);
  const scripts = named(/<script type="module" src="([^"]+)"/g, index);
  const imported = new Set();
  const follow = (/** @type {string} */ file) => {
    for (const name of named(/^import [^']*'\.\/([^']+)'/gm, readFileSync(join(www, file), 'utf8'))) {
      if (imported.has(name)) continue;
      imported.add(name);
      follow(name);
    }
  };
  scripts.forEach(follow);
  assert.deepEqual(named(/rel="modulepreload" href="([^"]+)"/g, index), [...imported].filter((name) => !scripts.includes(name)).sort());
});
