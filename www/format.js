// @ts-check
/**
 * Values as a reader of the given language would write them: `97400000000 USD` → `97,4 milliards de dollars`. Digits are never
 * lost: amounts stay decimal strings down to `Intl`, and are shortened only where the short form is exact.
 */

/** Above this many significant digits a compact amount (`1,234 million`) reads worse than one in full. */
const COMPACT_DIGITS = 4;

/** Units that read better as words than as their symbol, and their name in `Intl`. */
const UNIT_WORDS = /** @type {Record<string, string>} */ ({
  year: 'year', month: 'month', week: 'week', day: 'day', hour: 'hour', minute: 'minute', second: 'second',
});

/** The designators of an ISO 8601 duration, before and after its `T`. */
const DURATION_UNITS = /** @type {Record<string, string>} */ ({
  Y: 'year', M: 'month', W: 'week', D: 'day', TH: 'hour', TM: 'minute', TS: 'second',
});

/** The locale whose conventions stand for each language of the interface. */
const INTL = /** @type {Record<string, string>} */ ({ fr: 'fr-FR', en: 'en-GB' });

/** @param {string} locale */
const intl = (locale) => INTL[locale] ?? INTL.fr;

/** What the press calls some currencies, shorter than their name in CLDR (`dollars des États-Unis`). */
const CURRENCY_NAMES = /** @type {Record<string, Record<string, string>>} */ ({
  fr: { USD: 'dollars', JPY: 'yens', CNY: 'yuans', GBP: 'livres' },
  en: { USD: 'dollars', JPY: 'yen', CNY: 'yuan', GBP: 'pounds' },
});

/** Words around a value that `Intl` does not know. */
const WORDS = /** @type {Record<string, Record<string, string>>} */ ({
  fr: {
    about: 'environ {a}', atLeast: 'au moins {a}', atMost: 'au plus {a}', between: 'de {a} à {b}',
    decade: 'années {a}', century: '{r}e siècle', approximate: 'vers {a}', time: '{h} h {m}', hour: '{h} h', range: 'de {a} à {b}',
    before: 'jusqu’à {a}', after: 'dès {a}',
  },
  en: {
    about: 'about {a}', atLeast: 'at least {a}', atMost: 'at most {a}', between: '{a} to {b}',
    decade: '{a}s', century: '{a}th century', approximate: 'about {a}', time: '{h}:{m}', hour: '{h}:00', range: '{a} to {b}',
    before: 'until {a}', after: 'from {a}',
  },
});

/**
 * @param {string} locale
 * @param {string} key
 * @param {Record<string, string>} parts
 */
const phrase = (locale, key, parts) =>
  (WORDS[locale] ?? WORDS.fr)[key].replace(/\{(\w+)\}/g, (_, name) => parts[name]);

/**
 * A mention's value in words and figures, `null` where the value has nothing to say.
 *
 * @param {string} kind  of the mention
 * @param {any} value
 * @param {string} locale  `fr` or `en`
 * @returns {string | null}
 */
export function formatValue(kind, value, locale) {
  if (!value) return null;
  switch (kind) {
    case 'money': // without a currency (which dollar?) the words of the article say it better
      return value.currency && qualified(value, locale, (amount) => money(amount, value.currency, locale));
    case 'percent':
      return qualified(value, locale, (amount) => percent(amount, value.unit, locale));
    case 'quantity':
      return qualified(value, locale, (amount) => quantity(amount, value.unit, locale));
    case 'count':
      return qualified(value, locale, (amount) => compact(amount, locale));
    case 'date':
      return value.edtf ? formatDate(value.edtf, locale) : null;
    case 'time':
      return formatTime(value.value, locale);
    case 'duration':
      return qualified({ ...value, amount: value.iso }, locale, (iso) => formatDuration(iso, locale));
    default:
      return null;
  }
}

/**
 * @param {{ qualifier?: string, amount: string, max?: string | null }} value
 * @param {string} locale
 * @param {(amount: string) => string} write
 */
function qualified({ qualifier = 'exact', amount, max }, locale, write) {
  if (qualifier === 'between' && max) return phrase(locale, 'between', { a: write(amount), b: write(max) });
  return qualifier in WORDS.fr && qualifier !== 'between' ? phrase(locale, qualifier, { a: write(amount) }) : write(amount);
}

/**
 * `Intl` takes decimal strings and keeps every digit, which its TypeScript declaration learnt only for literals.
 *
 * @param {string} amount
 * @param {string} locale
 * @param {Intl.NumberFormatOptions} [options]
 */
function number(amount, locale, options) {
  const format = made(Intl.NumberFormat, locale, { maximumFractionDigits: 20, ...options });
  return format.format(/** @type {any} */ (amount));
}

/**
 * A format of `Intl`, made once: making one takes longer than using it a hundred times.
 *
 * @template T
 * @param {new (locale: string, options: any) => T} Format
 * @param {string} locale
 * @param {object} options
 * @returns {T}
 */
export function made(Format, locale, options) {
  const key = Format.name + locale + JSON.stringify(options);
  if (!formats.has(key)) formats.set(key, new Format(intl(locale), options));
  return /** @type {T} */ (formats.get(key));
}

/** @type {Map<string, unknown>} */
const formats = new Map();

/** @param {string} amount a decimal string; @returns {boolean} whether a compact form of it loses nothing and is shorter */
function isRound(amount) {
  const digits = amount.replace(/^-?0*|\..*$/g, '');
  return digits.length > 6 && !amount.includes('.') && digits.replace(/0+$/, '').length <= COMPACT_DIGITS;
}

/** @param {string} amount @param {string} locale @param {Intl.NumberFormatOptions} [options] */
function compact(amount, locale, options) {
  return number(amount, locale, isRound(amount)
    ? { ...options, notation: 'compact', compactDisplay: 'long', maximumFractionDigits: COMPACT_DIGITS }
    : options);
}

/** @param {string} amount @param {string} currency ISO 4217 @param {string} locale @returns {string} */
function money(amount, currency, locale) {
  const figure = compact(amount, locale, /\.\d*[1-9]/.test(amount) ? { minimumFractionDigits: 2 } : {});
  const name = currencyName(amount, currency, locale);
  if (locale !== 'fr' || !/\p{L}$/u.test(figure)) return `${figure}\u00A0${name}`;
  return /^[aeiouéèê]/i.test(name) ? `${figure} d’${name}` : `${figure} de\u00A0${name}`; // 97,4 milliards de dollars
}

/** @param {string} amount @param {string} currency @param {string} locale @returns {string} */
function currencyName(amount, currency, locale) {
  const short = CURRENCY_NAMES[locale]?.[currency];
  if (short && Number(amount) >= 2) return short;
  try {
    const format = made(Intl.NumberFormat, locale, { style: 'currency', currency, currencyDisplay: 'name' });
    return format.formatToParts(Number(amount)).find(({ type }) => type === 'currency')?.value ?? currency;
  } catch {
    return currency; // not a code that `Intl` accepts
  }
}

/** @param {string} amount @param {string | undefined} unit `pt` for percentage points @param {string} locale */
function percent(amount, unit, locale) {
  if (unit === 'pt') return `${number(amount, locale)}\u00A0${Math.abs(Number(amount)) < 2 ? 'point' : 'points'}`;
  return `${number(amount, locale)}${locale === 'fr' ? '\u202F' : ''}%`;
}

/** @param {string} amount @param {string} unit a symbol @param {string} locale */
function quantity(amount, unit, locale) {
  return unit in UNIT_WORDS
    ? number(amount, locale, { style: 'unit', unit: UNIT_WORDS[unit], unitDisplay: 'long' })
    : `${compact(amount, locale)}\u00A0${unit}`;
}

/**
 * A date in the Extended Date/Time Format (ISO 8601-2, level 1): a day, a month, a year, a decade or century with `X`,
 * an interval, `~` and `?` for an approximate or uncertain one. What it cannot read it returns as it stands.
 *
 * @param {string} edtf
 * @param {string} locale
 * @returns {string}
 */
export function formatDate(edtf, locale) {
  const ends = edtf.split(/\/|(?<=\d)\.\.(?=\d)/); // an interval, or a choice from a range of days
  if (ends.length === 2) {
    const [from, to] = ends;
    if (!from || from === '..') return phrase(locale, 'before', { a: formatDate(to, locale) });
    if (!to || to === '..') return phrase(locale, 'after', { a: formatDate(from, locale) });
    return interval(from, to, locale) ?? phrase(locale, 'range', { a: formatDate(from, locale), b: formatDate(to, locale) });
  }
  if (/[~?%]$/.test(edtf)) return phrase(locale, 'approximate', { a: formatDate(edtf.slice(0, -1), locale) });
  if (/^\d{3}X$/.test(edtf)) return phrase(locale, 'decade', { a: `${edtf.slice(0, 3)}0` });
  if (/^\d\dXX$/.test(edtf)) {
    const century = Number(edtf.slice(0, 2)) + 1;
    return phrase(locale, 'century', { a: String(century), r: roman(century) });
  }
  const parts = dateParts(edtf);
  return parts ? made(Intl.DateTimeFormat, locale, parts.options).format(parts.date) : edtf;
}

/** @param {number} n below 40 @returns {string} `XIX`, as French writes its centuries */
const roman = (n) => 'X'.repeat(n / 10) + ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'][n % 10];

/** @param {string} from @param {string} to @param {string} locale */
function interval(from, to, locale) {
  const [a, b] = [dateParts(from), dateParts(to)];
  if (!a || !b || from.length !== to.length) return null;
  return made(Intl.DateTimeFormat, locale, { ...a.options, weekday: undefined }).formatRange(a.date, b.date);
}

/**
 * @param {string} edtf  `2025`, `2025-02` or `2025-02-11`
 * @returns {{ date: Date, options: Intl.DateTimeFormatOptions } | null}
 */
function dateParts(edtf) {
  const match = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(edtf);
  if (!match) return null;
  const [, year, month, day] = match;
  const date = new Date(0);
  date.setUTCFullYear(Number(year), Number(month ?? 1) - 1, Number(day ?? 1)); // `Date.UTC` reads the year 14 as 1914
  if (month && (Number(month) < 1 || Number(month) > 12)) return null; // EDTF seasons (21 to 24)
  return {
    date,
    options: {
      timeZone: 'UTC',
      year: 'numeric',
      ...(month && { month: /** @type {const} */ ('long') }),
      ...(day && { day: /** @type {const} */ ('numeric'), weekday: /** @type {const} */ ('long') }),
    },
  };
}

/** @param {string} time `17:30` @param {string} locale @returns {string} */
export function formatTime(time, locale) {
  const [h, m] = time.split(':');
  return phrase(locale, m && m !== '00' ? 'time' : 'hour', { h: String(Number(h)), m });
}

/** @param {string} iso ISO 8601, `P2D`, `PT1H30M` @param {string} locale @returns {string} */
export function formatDuration(iso, locale) {
  const [date, time = ''] = iso.replace(/^P/, '').split('T');
  const parts = [...date.matchAll(/([\d.]+)([YMWD])/g), ...time.matchAll(/([\d.]+)(H|M|S)/g)].map(([whole, amount, letter]) =>
    number(amount, locale, {
      style: 'unit',
      unit: DURATION_UNITS[date.includes(whole) ? letter : `T${letter}`],
      unitDisplay: 'long',
    }),
  );
  return parts.length ? parts.join(' ') : iso;
}

/** @param {number} score from 0 to 1 @param {string} locale @returns {string} `93 %` */
export const formatScore = (score, locale) => `${(score * 100).toFixed()}${locale === 'en' ? '' : '\u00A0'}%`;
