using System.Text.Json;
using OpenJd.Vectors;
using OpenJd.Vectors.Suites;

// SUITE answers the vectors on standard input, one a line, in the manner that the vectors' README asks for.
// SUITE --judge [FILE] answers those of a file and lays each answer beside the file's own.
IVectorSuite? suite = VectorSuites.All.FirstOrDefault(one => args is [var name, ..] && one.Name == name);
if (suite is null || args is not ([_] or [_, "--judge"] or [_, "--judge", _]))
{
    Console.Error.WriteLine($"usage: vectors {string.Join('|', VectorSuites.All.Select(one => one.Name))} [--judge]");
    return 2;
}

if (args is [_, "--judge", ..])
    return Judge.Report(suite, args is [.., var file] && file != "--judge" ? file : null, Console.Out);

while (Console.In.ReadLine() is { } line)
{
    using var vector = JsonDocument.Parse(line);
    Console.Out.WriteLine(suite.Answer(vector.RootElement).ToJsonString());
}

return 0;
