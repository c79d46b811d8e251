using System.Globalization;
using Renderacre.Bench.Storage;

// How many lease + complete pairs a second storage takes in batches, beside what SQLite itself takes when it writes
// one small row for each of the same number of tasks in transactions of the same size.
const int BatchSize = 200;
const int Batches = 500;

var folder = Directory.CreateTempSubdirectory("renderacre-bench-").FullName;
try
{
    var yardstick = RawInserts.Measure(Path.Combine(folder, "raw.sqlite3"), Batches, BatchSize);
    var farm = LeasePairs.Measure(Path.Combine(folder, "farm.sqlite3"), Batches, BatchSize);
    Console.WriteLine("| what | batch | pairs a second | pairs a CPU second | one-row inserts a second (yardstick) |");
    Console.WriteLine("| --- | --- | --- | --- | --- |");
    Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"| lease + complete, SQLite FULL | {BatchSize} | {farm.ASecond:F0} | {farm.ACpuSecond:F0} "
        + $"| {yardstick:F0} |"));
}
finally
{
    Directory.Delete(folder, recursive: true);
}
