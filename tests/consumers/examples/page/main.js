import 'reperes/define';
import { read } from 'reperes';
import { exportReport } from 'reperes/export';

const text = 'Claire Morel a dit « oui ».';
const report = await read(text);
document.documentElement.setAttribute('data-read', report.entities[0].name);
document.documentElement.setAttribute('data-exported', await exportReport({ text, report }, 'markdown'));
document.documentElement.setAttribute('data-element', await document.querySelector('reperes-article').export('markdown'));
