using System.Runtime.InteropServices;
using OpenJd.Cli;

using var stop = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
return await OpenJdProgram.RunAsync(args, CliHost.OfProcess(OpenJdProgram.Name), stop.Token);

void Stop(PosixSignalContext signal)
{
    // The command ends by itself, in its own order; a second signal finds it ending already.
    signal.Cancel = true;
    stop.Cancel();
}
