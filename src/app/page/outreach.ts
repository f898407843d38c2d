import { type OutreachChange, type OutreachState, type Placing, routes } from '../api.ts';
import { ask } from './ask.ts';
import { writeEdit } from './conflict.tsx';
import { say } from './language.ts';
import { sayStatus, sayStep } from './next-words.ts';
import { placing } from './things.ts';
import { tell } from './told.ts';

type Cells = Omit<OutreachChange, 'url' | 'version'>;

/** Writes cells of a row of the outreach table; where somebody else changed it first, the person chooses. */
export async function writeOutreach({ outreach: former, ...place }: Placing, change: Cells): Promise<void> {
  const now = await writeEdit<OutreachState>({
    write: (over) => ask('PUT', routes.place, { url: former.url, version: (over ?? former).version, ...change }),
    describe: (state) => describe(pick(state, change)),
    mine: describe(change),
  });
  if (now === null) return;
  const { value } = placing.value;
  if (value !== null) {
    const places = value.places.map((each) => (each.url === now.url ? { ...each, outreach: now } : each));
    placing.set({ ...value, places });
  }
  tell(say('app.outreach.kept', { title: place.title ?? place.resource }));
  await placing.load();
}

const pick = (state: OutreachState, change: Cells): Cells => ({
  ...(change.status === undefined ? {} : { status: state.status }),
  ...(change.placement === undefined ? {} : { placement: state.placement }),
  ...(change.note === undefined ? {} : { note: state.note }),
  ...(change.steps === undefined
    ? {}
    : {
        steps: Object.fromEntries(Object.entries(state.steps).filter(([step]) => change.steps?.[step] !== undefined)),
      }),
});

const describe = ({ status, placement, note, steps = {} }: Cells): string =>
  [
    status === undefined ? '' : sayStatus(status),
    placement ?? '',
    note ?? '',
    ...Object.entries(steps).map(([step, { state, date }]) => `${sayStep(step)}: ${state} ${date}`.trim()),
  ]
    .filter((each) => each !== '')
    .join('\n');
