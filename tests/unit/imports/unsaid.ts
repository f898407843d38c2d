import type { TableReading } from '../../../src/inputs/read-rows.ts';
import { networks } from '../../../src/networks/index.ts';

/** How files are read of which nobody said anything. */
export const unsaid: TableReading = {
  networks,
  overrides: { roles: new Map(), found: new Set() },
  encoding: null,
  delimiter: null,
};
