// What is exported, opened by other people's programs. `cargo xtask test` writes the native exports into CASES and runs this.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import Ajv from 'ajv';
import { Parser } from 'commonmark';
import jsonld from 'jsonld';
import Papa from 'papaparse';

const here = dirname(fileURLToPath(import.meta.url));
const cases = JSON.parse(readFileSync(process.env.CASES ?? join(here, '../../target/consumers/cases.json'), 'utf8'));
const articles = cases.filter(({ report }) => report.facts.length > 0);

// What the two contexts say of the terms that are used here; a processor asks for the whole ones by network.
const OA = 'http://www.w3.org/ns/oa#';
const CONTEXTS = {
  'https://schema.org': { '@vocab': 'https://schema.org/', url: { '@type': '@id' }, sameAs: { '@type': '@id' }, gender: { '@type': '@id' } },
  'http://www.w3.org/ns/anno.jsonld': {
    id: '@id', type: '@type', AnnotationPage: 'https://www.w3.org/ns/activitystreams#OrderedCollectionPage', Annotation: `${OA}Annotation`,
    TextualBody: `${OA}TextualBody`, TextQuoteSelector: `${OA}TextQuoteSelector`, TextPositionSelector: `${OA}TextPositionSelector`,
    body: { '@id': `${OA}hasBody`, '@type': '@id' }, target: { '@id': `${OA}hasTarget`, '@type': '@id' }, source: { '@id': `${OA}hasSource`, '@type': '@id' },
    selector: { '@id': `${OA}hasSelector`, '@type': '@id' }, exact: `${OA}exact`, prefix: `${OA}prefix`, suffix: `${OA}suffix`, start: `${OA}start`, end: `${OA}end`,
    motivation: { '@id': `${OA}motivatedBy`, '@type': '@vocab' }, identifying: `${OA}identifying`, classifying: `${OA}classifying`, describing: `${OA}describing`,
    value: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#value', format: 'http://purl.org/dc/elements/1.1/format',
    items: { '@id': 'https://www.w3.org/ns/activitystreams#items', '@type': '@id', '@container': '@list' }, startIndex: 'https://www.w3.org/ns/activitystreams#startIndex',
  },
};
const documentLoader = async (url) => ({ contextUrl: null, documentUrl: url, document: { '@context': CONTEXTS[url] ?? assert.fail(`asked for ${url}`) } });

/** All of it as triples; what a processor would drop in silence is an error. */
const triples = (text) => jsonld.toRDF(JSON.parse(text), { documentLoader, safe: true });

test('the JSON Schema describes every report', () => {
  const schema = JSON.parse(readFileSync(join(here, '../../www/report.schema.json'), 'utf8'));
  const valid = new Ajv({ allErrors: true }).compile(schema);
  for (const { name, report } of cases) assert.ok(valid(report), `${name}: ${JSON.stringify(valid.errors)}`);
  assert.ok(!valid({ ...cases[0].report, blocks: [{ start: 0 }] }));
});

for (const { name, report, jsonLd, annotations, text } of cases) {
  test(`a JSON-LD processor takes the article: ${name}`, async () => {
    const quads = await triples(jsonLd);
    const said = (property) => quads.filter(({ predicate }) => predicate.value === `https://schema.org/${property}`);
    assert.equal(said('text').length, report.quotes.filter(({ kind }) => kind !== 'indirect').length);
    for (const { object } of said('spokenByCharacter')) {
      assert.ok(quads.some(({ subject, predicate }) => subject.value === object.value && predicate.value === 'https://schema.org/name'), object.value);
    }
    const money = report.mentions.filter(({ kind }) => kind === 'money').length;
    assert.equal(quads.filter(({ object }) => object.value === 'https://schema.org/MonetaryAmount').length, money);
  });

  test(`a JSON-LD processor takes the annotations, whose selectors find their words: ${name}`, async () => {
    assert.ok((await triples(annotations)).length >= 2);
    const characters = [...text];
    for (const { target: { selector: [quote, place] } } of JSON.parse(annotations).items) {
      assert.equal(characters.slice(place.start, place.end).join(''), quote.exact);
      assert.ok(text.includes(quote.prefix + quote.exact + quote.suffix));
    }
  });
}

test('the types of schema.org take the articles', () => {
  const folder = mkdtempSync(join(here, 'node_modules/.schema-'));
  try {
    for (const [index, { jsonLd }] of articles.entries()) {
      writeFileSync(join(folder, `${index}.ts`), `import type { NewsArticle, WithContext } from 'schema-dts';\nexport const article: WithContext<NewsArticle> = ${jsonLd};\n`);
    }
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: { strict: true, noEmit: true, module: 'esnext', moduleResolution: 'bundler', skipLibCheck: true, types: [] } }));
    const { stdout, status } = spawnSync(process.execPath, [join(here, 'node_modules/typescript/bin/tsc'), '--project', folder], { encoding: 'utf8' });
    assert.equal(status, 0, stdout);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

for (const [dialect, delimiter] of [['comma', ','], ['semicolon', ';']]) {
  test(`a reader of CSV gets the tables back: ${dialect}`, () => {
    for (const { name, report, csv } of cases) {
      const figures = report.facts.filter(({ kind }) => kind === 'figure').length;
      const rows = { facts: report.facts.length - figures, quotes: report.quotes.length, figures };
      for (const [table, count] of Object.entries(rows)) {
        const { data, errors, meta } = Papa.parse(csv[dialect][table], { header: true, delimiter, skipEmptyLines: true });
        assert.deepEqual(errors, [], name);
        assert.equal(data.length, count);
        assert.equal(meta.fields[0], table === 'figures' ? 'measure' : 'kind');
        for (const row of data) {
          for (const [column, cell] of Object.entries(row)) assert.ok(!/^[=+\-@\t\r]/.test(cell), `${column}: ${cell}`);
          assert.ok(Number(row.score.replace(',', '.')) <= 1);
        }
      }
    }
  });
}

/** The nodes of a document, each once. */
function* nodes(document) {
  const walker = document.walker();
  for (let event = walker.next(); event; event = walker.next()) if (event.entering) yield event.node;
}

for (const { name, markdown, report, text } of cases) {
  test(`a reader of Markdown finds a title, sections and lines of text: ${name}`, () => {
    const all = [...nodes(new Parser().parse(markdown))];
    const of = (type) => all.filter((node) => node.type === type);
    assert.deepEqual(of('heading').map(({ level }) => level).sort().slice(0, 2), of('item').length ? [1, 2] : [1]);
    for (const type of ['html_block', 'html_inline', 'link', 'image', 'code', 'code_block', 'emph', 'thematic_break', 'block_quote']) assert.equal(of(type).length, 0, `${type} in ${markdown}`);
    for (const item of of('item')) assert.ok(item.firstChild.type === 'paragraph' && item.firstChild === item.lastChild, markdown);
    const read = all.map(({ literal }) => literal ?? '').join('').replace(/\s/g, '');
    for (const { start, end, kind } of report.quotes) {
      if (kind === 'direct') assert.ok(read.includes(text.slice(start, end).replace(/\s/g, '')), `${text.slice(start, end)} in ${read}`);
    }
  });
}
