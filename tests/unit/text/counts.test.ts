import { describe, expect, test } from 'vitest';
import { growthOf } from '../../helpers/growth.ts';
import { countIn, likesIn, subscribersIn } from '../../../src/text/counts.ts';

// Unicode's own way of writing numbers is the independent answer for every language of it.
const languages = (
  'en en-IN en-GB ru uk be de de-CH fr fr-CH es es-MX pt pt-PT it pl el tr nl sv da nb fi cs sk ro hu bg sr sr-Latn hr sl lt ' +
  'lv et ca id ms vi th ja zh zh-TW ko hi bn ar ar-EG fa he ka hy sq gl eu'
).split(' ');
const counts = [0, 7, 45, 345, 1000, 1234, 12_345, 99_950, 123_456, 1_234_567, 65_432_100, 120_000_000];

describe.each(languages)('numbers as %s writes them', (language) => {
  test.each(['short', 'long'] as const)('%s', (compactDisplay) => {
    const format = new Intl.NumberFormat(language, {
      notation: 'compact',
      compactDisplay,
      maximumSignificantDigits: 3,
    });
    // `mille` is a thousand without a digit.
    const shown = counts.filter((count) => /\p{Nd}/u.test(format.format(count)));
    expect(shown.map((count) => [format.format(count), countIn(format.format(count))])).toEqual(
      shown.map((count) => [format.format(count), Number(count.toPrecision(3))]),
    );
    expect(shown.length).toBeGreaterThanOrEqual(counts.length - 1);
  });

  test('in full', () => {
    const format = new Intl.NumberFormat(language);
    const written = counts.map((count) => format.format(count));
    expect(written.map(countIn)).toEqual(counts);
  });
});

describe('a number of subscribers', () => {
  test.for<[string, number]>([
    ['12K', 12_000],
    ['12 k', 12_000],
    ['12к', 12_000],
    ['12.5K followers', 12_500],
    ['1,2 тыс.', 1200],
    ['1.2 млн', 1_200_000],
    ['1,234,567 followers', 1_234_567],
    ['1 234 567 подписчиков', 1_234_567],
    ['1\u00a0234\u00a0567 подписчиков', 1_234_567],
    ['1\u202f234\u202f567 abonnés', 1_234_567],
    ['1\u2009234\u2009567', 1_234_567],
    ['12.345 Abonnenten', 12_345],
    ['1,5 Mio.', 1_500_000],
    ['2,3 mil', 2300],
    ['2,3 mil.', 2_300_000],
    ['1,2 M d’abonnés', 1_200_000],
    ['12,3 χιλ.', 12_300],
    ['1,2 εκ.', 1_200_000],
    ['3万', 30_000],
    ['1万2345人', 12_345],
    ['1만 2,345명', 12_345],
    ['1.2억', 120_000_000],
    ["1'234", 1234],
    ['1’234’567', 1_234_567],
    ['12,34,567', 1_234_567],
    ['1.2 lakh', 120_000],
    ['3 crore', 30_000_000],
    ['１２，３４５', 12_345],
    ['٣٤٥', 345],
    ['1,2 B takipçi', 1200],
    ['12B takipçi', 12_000],
    ['1.2B', 1_200_000_000],
    ['12345.0', 12_345],
    ['10,000+ members', 10_000],
    ['~5000', 5000],
    ['(45)', 45],
    ['0', 0],
    ['12,345 · 12.3K', 12_345],
    ['Group 5 · 12K followers', 12_000],
    ['\u200e12K\u200f', 12_000],
  ])('%j is %d', ([text, count]) => {
    expect(countIn(text)).toBe(count);
  });

  test.for<[string, string]>([
    ['', 'nothing'],
    ['followers', 'no number'],
    ['1,234K', 'either 1,234 or 1,234,000'],
    ['1.234 mil', 'either 1,234 or 1,234,000'],
    ['12B', 'an English billion or a Turkish thousand'],
    ['12 mil millones', 'thousands of millions'],
    ['12 abc.', 'an abbreviation that nobody knows'],
    ['5 min', 'minutes, or an Azerbaijani thousand'],
    ['12 345 · 678', 'two numbers'],
    ['5 of 12', 'two numbers'],
    ['1234 567', 'two numbers'],
    ['10–20K', 'a range'],
    ['10 – 20K', 'a range'],
    ['1,000-5,000', 'a range'],
    ['1.5', 'half a subscriber'],
    ['1.234.5', 'neither one nor the other'],
    ['-5', 'fewer than none'],
    ['12%', 'a part'],
    ['12 %', 'a part'],
    ['$12K', 'a price'],
    ['12 €', 'a price'],
    ['4.9★', 'a rating'],
    ['2024-01-05', 'a date'],
    ['05.01.2024', 'a date'],
    ['12:30', 'a time'],
    ['#5', 'a place'],
    ['№ 5/7', 'a part of a thing'],
    ['@100roses', 'a name'],
    ['100roses', 'a name'],
    ['3D', 'a word'],
    ['https://garden.example/12345', 'an address'],
    ['+7 495 123 45 67', 'a telephone number'],
  ])('%j is none: %s', ([text]) => {
    expect(countIn(text)).toBeNull();
  });
});

describe('the number beside a word for subscribers', () => {
  test.for<[string, number]>([
    ['Public page · 12K likes · 15K followers', 15_000],
    ['45 members · 3 online', 45],
    ['45 members, 3 online', 45],
    ['Private group\n1.2K members\n10+ posts a day', 1200],
    ['12 followers 3 following', 12],
    ['Followers 12 Following 3', 12],
    ['Posts 3 Followers 12', 12],
    ['3 posts 12 followers 4 following', 12],
    ['12\nfollowers\n3\nfollowing', 12],
    ['Followers\n12\nFollowing\n3', 12],
    ['Followers: 12.5K', 12_500],
    ['Garden Letter 5\n12K followers', 12_000],
    ['15K followers and 20K members', 15_000],
    ['12,345 followers\n12.3K followers', 12_345],
    ['Подписчики 12 345', 12_345],
    ['12 345 подписчиков · 20 подписок', 12_345],
    ['Подписаны 12 345 человек · 12,3 тыс. подписчиков', 12_345],
    ['12 345 человек подписаны', 12_345],
    ['1,2 тыс. читателей', 1200],
    ['12 тис. учасників', 12_000],
    ['12.345 Follower:innen', 12_345],
    ['Öffentliche Gruppe · 1,2 Tsd. Mitglieder', 1200],
    ['12 K abonné(e)s · 5 abonnements', 12_000],
    ['12,3 mil seguidores', 12_300],
    ['2,1 mi de seguidores', 2_100_000],
    ['12.345 "Mi piace" · 15.000 follower', 15_000],
    ['Obserwujący: 12 tys.', 12_000],
    ['12,3 χιλ. ακόλουθοι', 12_300],
    ['1,2 B takipçi', 1200],
    ['フォロワー1.2万人', 12_000],
    ['12万位粉絲', 120_000],
    ['팔로워 1.2만명', 12_000],
    ['45members', 45],
  ])('in %j is %d', ([text, count]) => {
    expect(subscribersIn(text)).toBe(count);
  });

  test.for<[string]>([
    ['12K likes'],
    ['12 345'],
    ['3 online'],
    ['20 подписок'],
    ['120 abonnements'],
    ['Followed by Anna and 12 others'],
    ['12 posts'],
    ['Followers'],
    ['12K followers · 34 followers'],
    ['Posts\n12\nFollowers\n345\nFollow'],
  ])('in %j is none', ([text]) => {
    expect(subscribersIn(text)).toBeNull();
  });

  test('likes have a reader of their own', () => {
    expect(likesIn('Public page · 12K likes · 15K followers')).toBe(12_000);
    expect(likesIn('12.345 "Gefällt mir"-Angaben')).toBe(12_345);
    expect(likesIn('Нравится: 1,2 тыс.')).toBe(1200);
    expect(likesIn('15K followers')).toBeNull();
  });
});

test.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])(
  'a number before %s reads like any other',
  (word) => {
    expect(countIn(`5 ${word}`)).toBe(5);
    expect(subscribersIn(`${word} 5`)).toBeNull();
  },
);

test.each([
  ['numbers in two parts', '1万'],
  ['numbers and blanks', '1 '],
  ['quotation marks', '5""""'],
  ['groups of two', ',11'],
  ['words for followers', 'followers '],
  ['dots', '.'],
])('%s without end are read in time that grows with their length', async (_, piece) => {
  for (const read of [countIn, subscribersIn, likesIn]) {
    expect(await growthOf(64, (text) => read(`7${text}`), piece), piece).toBeLessThan(64);
  }
});
