import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { load } from 'cheerio';
import { installPackage, isInstalled } from './debian.ts';

/** A cell as LibreOffice took it. */
export interface OfficeCell {
  /** `string`, `float`, `percentage`, `date`, `boolean`; empty for a blank cell. */
  type: string;
  /** The typed value, or the text. */
  value: string;
  formula: string | null;
}

/** Countries by their locale, with the number of the language in the filter of CSV files. */
const languages = { 'en-US': 1033, 'de-DE': 1031, 'ru-RU': 1049 };
export type OfficeLocale = keyof typeof languages;

export interface Office {
  /**
   * Every sheet of a file, by name, as LibreOffice opens it with the settings of a country. A CSV file is taken as a double
   * click in Excel takes it: separated by semicolons, in UTF-8, and what looks like a number or a day is one.
   */
  open(file: string, locale?: OfficeLocale): Map<string, OfficeCell[][]>;
  /** Opens a CSV file in the same way, and saves it as XLSX beside it. Its path. */
  saveAsXlsx(file: string, locale?: OfficeLocale): string;
}

/** LibreOffice without a window, with a profile of its own. @throws NotAvailable */
export function startOffice(folder: string): Promise<Office> {
  if (!isInstalled('soffice', '--version')) installPackage('libreoffice-calc-nogui');
  const saveAs = (ending: string, file: string, locale: OfficeLocale): string => {
    const profile = `-env:UserInstallation=file://${profileFor(folder, locale)}`;
    const filter = file.endsWith('.csv') ? [`--infilter=CSV:59,34,76,1,,${languages[locale]},false,true`] : [];
    const args = [profile, '--headless', ...filter, '--convert-to', ending, '--outdir', folder, file];
    execFileSync('soffice', args, { stdio: 'ignore', timeout: 120_000 });
    return join(folder, `${basename(file).replace(/\.\w+$/, '')}.${ending}`);
  };
  return Promise.resolve({
    open: (file, locale = 'en-US') => sheetsIn(readFileSync(saveAs('fods', file, locale), 'utf8')),
    saveAsXlsx: (file, locale = 'en-US') => saveAs('xlsx', file, locale),
  });
}

/** A user's profile whose settings are those of a country. */
function profileFor(folder: string, locale: OfficeLocale): string {
  const path = join(folder, `office-${locale}`);
  mkdirSync(join(path, 'user'), { recursive: true });
  writeFileSync(
    join(path, 'user/registrymodifications.xcu'),
    `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>${locale}</value></prop></item>
</oor:items>`,
  );
  return path;
}

function sheetsIn(xml: string): Map<string, OfficeCell[][]> {
  const page = load(xml, { xml: true });
  return new Map(
    page('table\\:table')
      .toArray()
      .map((table) => {
        const rows = page(table).find('table\\:table-row').toArray();
        return [
          page(table).attr('table:name') ?? '',
          rows.map((row) => cellsOf(page(row))).filter((cells) => cells.length > 0),
        ];
      }),
  );

  function cellsOf(row: ReturnType<typeof page>): OfficeCell[] {
    const cells = row
      .children('table\\:table-cell')
      .toArray()
      .flatMap((element) => {
        const cell = page(element);
        const times = Math.min(Number(cell.attr('table:number-columns-repeated') ?? 1), 100);
        const type = cell.attr('office:value-type') ?? '';
        const text = cell
          .find('text\\:p')
          .toArray()
          .map((line) => page(line).text())
          .join('\n');
        const value = cell.attr('office:value') ?? cell.attr('office:date-value') ?? text;
        return Array.from({ length: times }, () => ({ type, value, formula: cell.attr('table:formula') ?? null }));
      });
    return cells.slice(0, cells.findLastIndex(({ type }) => type !== '') + 1);
  }
}
