import { existsSync } from 'node:fs';
import type { Context, Hono } from 'hono';
import { z } from 'zod';
import { changeSettingsFile, ownSettings } from '../../index.ts';
import { type SettingName, settingsFile, settingsFrom } from '../../settings.ts';
import { type ChangedThing, type SettingsAnswer, routes } from '../api.ts';
import { jsonOf } from '../body.ts';
import type { Desk } from '../desk.ts';
import { Refusal, conflict } from '../failure.ts';
import { askingPage } from '../asking-page.ts';
import { versionOfFiles } from '../versions.ts';

const settingsChange = z.object({ version: z.string(), change: z.record(z.string(), z.unknown()) });

/**
 * What a page may change. The others name files that are read or written, whom to ask instead of a host, where tokens are
 * sent, or a program that is started: a person writes them into the file.
 */
const fromPage: ReadonlySet<string> = new Set<SettingName>([
  'analytics',
  'apart',
  'author',
  'authorPages',
  'benefit',
  'campaign',
  'campaignPattern',
  'choose',
  'column',
  'contact',
  'country',
  'csv',
  'delimiter',
  'drafts',
  'encoding',
  'experience',
  'headline',
  'keep',
  'language',
  'link',
  'maxAge',
  'minCustomers',
  'minSubscribers',
  'outreachFormat',
  'picture',
  'problem',
  'rankBy',
  'sample',
  'segment',
  'sensitive',
  'shortDomain',
  'shorten',
  'solution',
  'specialization',
  'strict',
  'thirdParty',
  'thirdPartyClasses',
  'top',
  'topic',
  'topicLanguage',
  'upgrade',
  'utm',
  'variants',
  'xBudget',
  'youtubeQuota',
]);

/** @throws Refusal setting */
function checkChange(change: Readonly<Record<string, unknown>>): void {
  const kept = Object.keys(change).find((name) => !fromPage.has(name));
  if (kept !== undefined) throw new Refusal(422, 'setting', `${kept} can be changed in ${settingsFile} alone`);
  // A topic may be a file of words; a page names words.
  const words = [change['topic']].flat().filter((each) => typeof each === 'string');
  const file = words.find((each) => existsSync(each));
  if (file !== undefined) throw new Refusal(422, 'setting', `"${file}" is a file: name it in ${settingsFile}`);
}

const changed: ChangedThing[] = ['settings', 'clients', 'plan', 'worksheet'];

export function addSettings(app: Hono, { events, ranking }: Desk): void {
  app.get(routes.settings, async (context) => context.json(await settingsAnswer()));
  app.patch(routes.settings, async (context: Context) => {
    const { version, change } = await jsonOf(context, settingsChange);
    const present = await settingsAnswer();
    if (present.version !== version) return conflict(context, present);
    checkChange(change);
    changeSettingsFile(change);
    events.changed(changed, askingPage(context));
    ranking.makeAnew();
    return context.json(await settingsAnswer());
  });
}

async function settingsAnswer(): Promise<SettingsAnswer> {
  return { version: await versionOfFiles(settingsFile), own: ownSettings(), effective: settingsFrom({}) };
}
