export type * from './report.d.ts';
export * from './exporter.d.ts';
