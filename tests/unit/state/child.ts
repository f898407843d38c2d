import { readSync, writeSync } from 'node:fs';
import { UserError } from '../../../src/errors.ts';
import { openStore } from '../../../src/state/store.ts';
import { inputAt, lists, nameAt, now, pagesAt, profileAt } from './plan.ts';

// Usage: child.js write|hold STATE. Says each thing on a line of its own once it is stored; `hold` only holds the lock.

const [, , task, path = ''] = process.argv;
const say = (line: string): number => writeSync(1, `${line}\n`);

try {
  const store = openStore(path, { now: () => now, sleep: () => Promise.resolve() });
  if (task === 'hold') {
    say('open');
    readSync(0, Buffer.alloc(1));
  } else {
    const begun = store.problems()?.[0]?.line ?? 0;
    say('begin');
    store.saveInput(...inputAt(begun + 1), now);
    say(`input ${begun + 1}`);
    for (let list = 0; list < lists; list++) {
      const profile = profileAt(list);
      if (store.list(profile)) continue;
      store.saveFound(nameAt(list), { profile }, now);
      say(`found ${list}`);
      const from = Number(store.unfinished(profile)?.split(' ')[1] ?? 0);
      for (const [at, page] of pagesAt(list).entries()) {
        if (at < from) continue;
        store.addPage(profile, page, now);
        say(`page ${list} ${at}`);
      }
      store.finishList(profile, 'read', '', now);
      say(`list ${list}`);
      if (list % 10 === 9) {
        const number = (store.problems()?.[0]?.line ?? 0) + 1;
        store.saveInput(...inputAt(number), now);
        say(`input ${number}`);
      }
    }
    say('done');
  }
  store.close();
} catch (error) {
  if (!(error instanceof UserError)) throw error;
  say(error.code);
}
