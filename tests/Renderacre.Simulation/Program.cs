using Renderacre.Simulation;

try
{
    return SimulateProgram.Run(SimulateOptions.Read(args), Console.Out);
}
catch (Exception error) when (error is ArgumentException or FormatException)
{
    Console.Error.WriteLine($"simulate: {error.Message}");
    Console.Error.WriteLine(
        "usage: simulate [--seed N] [--minutes N] [--commands N] [--wal-cuts N] [--threads N] "
        + "[--at-most SHAPE] [--as-found] [--report FILE] [--verbose]\n"
        + "       simulate --merge REPORT...");
    return 2;
}
