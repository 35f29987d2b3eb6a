import { read } from 'reperes';

const text = '« Nous signerons mardi », a déclaré Claire Morel, la ministre de la Santé.';
const report = await read(text, { published: '2025-02-11' });
const [quote] = report.quotes;
console.log(JSON.stringify({ words: text.slice(quote.start, quote.end), speaker: report.entities[quote.speaker.entity].name }));
await read(text, { published: 'hier' }).catch((error) => console.log(error.name));
