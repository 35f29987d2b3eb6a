import { read } from 'reperes';
import { compareReports, exportReport } from 'reperes/export';

const article = async (text) => ({ text, report: await read(text) });

const text = '« Nous signerons mardi », a déclaré Claire Morel, la ministre de la Santé.';
const report = await read(text, { published: '2025-02-11' });
const [quote] = report.quotes;
console.log(JSON.stringify({ words: text.slice(quote.start, quote.end), speaker: report.entities[quote.speaker.entity].name }));
const csv = await exportReport({ text, report }, 'quotes.csv', { url: 'https://example.org/a' });
const { quotes } = await compareReports({ text, report }, await article(text.replace('signerons', 'ne signerons pas')));
console.log(JSON.stringify({ csv, changed: quotes.length }));
await exportReport({ text, report: { version: 9 } }, 'html').catch((error) => console.log(error.name));
await read(text, { published: 'hier' }).catch((error) => console.log(error.name));
