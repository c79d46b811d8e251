using System.Diagnostics;
using System.Globalization;
using OpenJd.Bench.Templates;
using OpenJd.Model.Documents;
using OpenJd.Model.Reading;

// How long a template of 100 steps takes from YAML text to the validated template, in yardsticks of the same run.
const int WarmUps = 200;
const int Rounds = 7;
const int RunsPerRound = 40;
const double ReferenceTree = 93;
const double ReferenceWhole = 172;

var text = HundredSteps.Text();
for (var i = 0; i < WarmUps; i++) ReadWhole();

var (tree, whole, yardstick) = (new double[Rounds], new double[Rounds], new double[Rounds]);
for (var round = 0; round < Rounds; round++)
{
    // They take turns, so that a machine that slows down slows all of them.
    yardstick[round] = Yardstick.Measure();
    tree[round] = Measure(() => DocumentReader.Read(text));
    whole[round] = Measure(ReadWhole);
}

Console.WriteLine($"yardstick: {Show(yardstick.Min())} µs; all figures are the best of {Rounds} rounds");
Console.WriteLine("| what | µs | yardsticks | the reference's yardsticks |");
Console.WriteLine("| --- | --- | --- | --- |");
Report("YAML text to tree", tree, ReferenceTree);
Report("YAML text to validated template", whole, ReferenceWhole);

void ReadWhole()
{
    var template = TemplateReader.ReadJobTemplate(text);
    if (!template.IsValid) throw new InvalidOperationException(string.Join('\n', template.Errors));
}

void Report(string what, double[] micros, double reference) => Console.WriteLine(
    $"| {what} | {Show(micros.Min())} | {Show(micros.Min() / yardstick.Min())} | {Show(reference)} |");

static double Measure(Action run)
{
    // The best run, as timeit takes the best loop: what else goes on on the machine only ever adds.
    var best = double.MaxValue;
    for (var i = 0; i < RunsPerRound; i++)
    {
        var start = Stopwatch.GetTimestamp();
        run();
        best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalMicroseconds);
    }

    return best;
}

static string Show(double value) => value.ToString("N1", CultureInfo.InvariantCulture);
