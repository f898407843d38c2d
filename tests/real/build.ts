import { execFileSync } from 'node:child_process';

/** The suites run the program as it is shipped. */
export default function build(): void {
  execFileSync('npm', ['run', 'build'], { stdio: ['ignore', 'ignore', 'inherit'] });
}
