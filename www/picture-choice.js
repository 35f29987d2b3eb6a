// @ts-check
/**
 * Which pictures an article has: those with enough in them to be looked at rather than read. Pure data.
 *
 * @import { Article } from './card-view.js'
 * @import { Picture } from './pictures.js'
 * @import { Strings } from './strings.js'
 */

import { formatDate, formatScore, formatValue } from './format.js';
import { barChart, laneChart, timeChart } from './pictures.js';

/** How many bars or lanes a picture has at most. */
const MOST = 6;

/** From this many days, and from this many people, amounts or voices on there is something to see. */
const DAYS = 3;
const ROWS = 2;

/** @param {Article} article @returns {Partial<Record<keyof Strings['sections'], Picture | null>>} by the section that it belongs to */
export function pictures({ report, text, outline, strings }) {
  const { locale, gender, unnamed } = strings;

  const voices = outline.voices.filter(({ share, name }) => share > 0 && name).slice(0, MOST).map(({ name, voice, share, target }) => {
    const about = [voice?.gender && gender[voice.gender], !target && unnamed].filter(Boolean).join(', ');
    return { label: `${name}${about && ` (${about})`}`, value: share, text: formatScore(share, locale), class: target ? 'person' : 'person hollow' };
  });

  const amounts = outline.figures.filter(({ kind, value }) => kind === 'money' && value.currency && Number(value.amount) > 0);
  const currencies = Map.groupBy(amounts, ({ value }) => value.currency);
  const [money = []] = [...currencies.values()].sort((a, b) => b.length - a.length);
  const scaled = money.map(({ value, of, text: words }) => (
    { label: of ?? '', value: Number(value.max ?? value.amount), text: formatValue('money', value, locale) ?? words, class: 'money' }
  )).sort((a, b) => b.value - a.value).slice(0, MOST);

  const people = outline.people.filter(({ count }) => count > 1).slice(0, MOST).map(({ id, name }) => (
    { label: name, at: report.entities[id].mentions.map((mention) => report.mentions[mention].start / text.length), class: 'person' }
  ));

  const days = [...outline.events, ...outline.dates].filter(({ value }) => value.start && value.start > '1000').map(({ value, text: words }) => (
    { day: value.start, end: formatDate(value.edtf, locale), label: `${formatDate(value.edtf, locale)}\u00A0: ${words}`, class: 'date' }
  )).sort((a, b) => (a.day < b.day ? -1 : 1));
  const differ = new Set(days.map(({ day }) => day)).size;

  return {
    voices: voices.length < ROWS ? null : barChart(strings.pictures.voices, voices),
    people: people.length < ROWS ? null : laneChart(strings.pictures.people, people),
    figures: scaled.length < ROWS ? null : barChart(strings.pictures.figures, scaled),
    dates: differ < DAYS ? null : timeChart(strings.pictures.dates, days),
  };
}
