import { read, type Report } from 'reperes';
import { ReperesArticle, type Target } from 'reperes/element';

const report: Report = await read('Oui.', { published: '2025-02' });
const target: Target = { type: 'quote', id: 0 };
const article = new ReperesArticle();
article.select(report.quotes.length ? target : null);
export const names: string[] = report.entities.map(({ name }) => name);
// @ts-expect-error a misspelt option is found before it is run
await read('Oui.', { publishd: '2025-02' });
