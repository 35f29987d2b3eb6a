import type { ReperesArticle as Article } from './article.d.ts';

export type * from './article.d.ts';
export type * from './report.d.ts';

/** The class of `<reperes-article>`. `reperes/define` registers it. */
export declare const ReperesArticle: { new (): Article; readonly prototype: Article; readonly observedAttributes: string[] };
