using System.Runtime.InteropServices;
using Renderacre.Cli;
using Renderacre.Cli.Farms;

using var stop = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
return FarmPrograms.TryRun(args, stop.Token) is { } program
    ? await program
    : await CliProgram.RunAsync(args, CliHost.OfProcess(CliProgram.Name), stop.Token);

void Stop(PosixSignalContext signal)
{
    // The command ends by itself, in its own order; a second signal finds it ending already.
    signal.Cancel = true;
    stop.Cancel();
}
