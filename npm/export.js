// Writes reports in the formats of others.
export { compareReports, exportReport, fragments } from '../www/exporter.js';
