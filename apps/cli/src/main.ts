import { buildProgram } from './program.ts';

/** What is the operator's to mend and says so in its message; anything else is a fault of ours, shown whole. */
const EXPECTED = [
  'CliError',
  'ProblemError',
  'UnreachableError',
  'BackupError',
  'DataDirInUseError',
  'DatabaseTooNewError',
  'DomainError',
];

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  throw error;
});

try {
  await buildProgram().parseAsync();
} catch (error) {
  const isExpected = error instanceof Error && EXPECTED.includes(error.name);
  console.error(isExpected ? error.message : error);
  process.exitCode = 1;
}
