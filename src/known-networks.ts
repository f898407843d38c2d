// What names networks, without all else that the library loads.
export { identify } from './library/identify.ts';
export { networksFor } from './networks/index.ts';
