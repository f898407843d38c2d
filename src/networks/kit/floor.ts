import type { Listed } from '../../types/resource.ts';

/** Where lists show the count that the network itself gives: whoever is below the floor there is not asked about again. */
export const isCountedBelow = ({ countedBy, subscribers }: Listed, floor: number): boolean =>
  countedBy === 'home' && subscribers !== null && subscribers < floor;
