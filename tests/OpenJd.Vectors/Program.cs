using System.Text;
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

var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
using var input = new StreamReader(Console.OpenStandardInput(), utf8);
using var output = new StreamWriter(Console.OpenStandardOutput(), utf8) { NewLine = "\n" };
while (input.ReadLine() is { } line)
{
    if (!string.IsNullOrWhiteSpace(line)) output.WriteLine(Answers.To(line, suite));
}

return 0;
