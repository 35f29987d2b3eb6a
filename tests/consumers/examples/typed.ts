import { read, type Report } from 'reperes';
import { ReperesArticle, type Target } from 'reperes/element';
import { exportReport, type ExportFormat } from 'reperes/export';

const report: Report = await read('Oui.', { published: '2025-02' });
const target: Target = { type: 'quote', id: 0 };
const article = new ReperesArticle();
article.select(report.quotes.length ? target : null);
export const names: string[] = report.entities.map(({ name }) => name);
// @ts-expect-error a misspelt option is found before it is run
await read('Oui.', { publishd: '2025-02' });
const format: ExportFormat = 'figures.fr.csv';
export const table: string = await exportReport({ text: 'Oui.', report }, format);
// @ts-expect-error there is no such format
await article.export('pdf');
