import { existsSync } from 'node:fs';
import { UserError } from '../errors.ts';
import { replaceNow } from '../files/replace-now.ts';
import { followedIn } from '../inputs/read-follows.ts';
import { wordingIn, wordingRoles } from '../inputs/read-wordings.ts';
import { networksFor } from '../networks/index.ts';
import { wordingsFile } from '../settings.ts';
import { spellings, spellingsMeant } from '../stages/decisions.ts';
import { csvText } from '../text/sanitize.ts';
import type { Row } from '../types/report.ts';
import { editRoles } from './edit-roles.ts';
import { type RunSettings, completeSettings } from './run-settings.ts';

type WordedResource = Pick<Row, 'network' | 'resource' | 'resourceId' | 'url'>;

/** A person's own texts of teasers, to be looked up and changed. */
export interface WordingsFile {
  path: string;
  /** The text of a resource's teaser, with `{link}` where its link goes; null where the file has none. */
  of: (resource: WordedResource, variant: number) => string | null;
  /**
   * Writes a text into the file at once; null takes it out, so that the program's own stands again.
   * @throws UserError table_edited, output_locked, output_unwritable
   */
  keep: (resource: WordedResource, variant: number, text: string | null) => Promise<void>;
}

/** Opens a person's own texts of teasers. A file that is not there yet is made with the first one. @throws UserError like `editRoles` */
export async function openWordings(given: RunSettings): Promise<WordingsFile> {
  const { settings } = completeSettings(given, 'wordings');
  const path = settings.wordings ?? wordingsFile;
  if (!existsSync(path)) {
    const keep: WordingsFile['keep'] = async (resource, variant, text) => {
      if (text === null) return;
      replaceNow(path, 'resource,variant,text\n');
      const fresh = await openWordings({ ...given, wordings: path });
      await fresh.keep(resource, variant, text);
    };
    return { path, of: () => null, keep };
  }
  const networks = await networksFor(settings, []);
  const { table, columns } = await editRoles(path, wordingRoles, networks, settings);
  const rows = table.rows.map((row) => ({
    row,
    ...wordingIn(row, columns),
    resources: followedIn(row, columns, networks).named.map(({ resource }) => resource),
  }));
  const aboutThis = (resource: WordedResource, variant: number): typeof rows => {
    const names = new Set(spellings({ ...resource, id: resource.resourceId, name: resource.resource }));
    return rows.filter(
      (each) => each.variant === variant && each.resources.flatMap(spellingsMeant).some((name) => names.has(name)),
    );
  };
  return {
    path,
    of: (resource, variant) => aboutThis(resource, variant).findLast(({ text }) => text !== '')?.text ?? null,
    async keep(resource, variant, text) {
      const places = (['resource', 'variant', 'text'] as const).map((role) => columns.having(role)[0] ?? -1);
      if (places.includes(-1))
        throw new UserError('table_edited', path, 'it needs the columns resource, variant and text');
      const written = aboutThis(resource, variant);
      if (written.some(({ resources }) => resources.length > 1))
        throw new UserError('table_edited', path, 'one of its rows is about several resources at once');
      const last = text === null ? undefined : written.at(-1);
      for (const each of written) if (each !== last) table.replace(each.row, null);
      if (text !== null) {
        const said = [resource.url || resource.resource, String(variant), csvText(text)];
        const cells = columns.all.map((_, index) => last?.row.cells[index] ?? '');
        for (const [at, place] of places.entries()) cells[place] = said[at] ?? '';
        if (last) table.replace(last.row, cells);
        else table.append(cells);
      }
      await table.save();
    },
  };
}
