using System.Globalization;
using Renderacre.Bench.FarmRestart;

// How much memory a busy farm takes, and how long a new process takes to have it all from SQLite.
if (args is ["load", var stored])
{
    ColdLoad.Report(stored);
    return;
}

// For a profiler: the database alone.
if (args is ["build", var wanted])
{
    BusyFarm.Build(wanted);
    return;
}

var folder = Directory.CreateTempSubdirectory("renderacre-bench-").FullName;
try
{
    string path = Path.Combine(folder, "farm.sqlite3");
    long heap = BusyFarm.Build(path);
    Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{BusyFarm.Jobs:N0} jobs of {BusyFarm.UnitsPerJob:N0} units, {BusyFarm.Workers:N0} workers: "
        + $"{BusyFarm.Leased:N0} units leased, each in a session of its own, {BusyFarm.Failed:N0} once failed, "
        + $"{BusyFarm.Succeeded:N0} succeeded in random order; {heap / 1e6:F1} MB of heap where it came to be so."));
    Console.WriteLine();
    Console.WriteLine("| new process | loaded, s | from its start, s | rows read bare, s | heap, MB | private, MB |");
    Console.WriteLine("| --- | --- | --- | --- | --- | --- |");
    for (int round = 1; round <= 3; round++)
        ColdLoad.Start(path, round);
}
finally
{
    Directory.Delete(folder, recursive: true);
}
