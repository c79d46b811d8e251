using System.Diagnostics;
using System.Globalization;
using OpenJd.Bench.Templates;
using OpenJd.Model.Documents;
using OpenJd.Model.Reading;
using OpenJd.Model.Templates;

// How long a template of 100 steps takes from YAML text to the validated template and on to the job, and how long the
// tasks of a job take, in yardsticks of the same run.
const int WarmUps = 200;
const int Rounds = 7;
const int RunsPerRound = 40;
const int AnswerShown = 80;
const int Processes = 31;
const int HostileProcesses = 3;
const double ReferenceTree = 93;
const double ReferenceWhole = 172;
const double ReferenceJob = 29;

// The reference goes through 4.6 million tasks a second and finds one in 214 ns, with a yardstick of 33.3 µs: here in
// thousandths of it.
const double ReferenceIteration = 6.5;
const double ReferenceIndex = 6.4;

// openjd check of the reference: 13 ms with that yardstick, and 11 MB.
const double ReferenceCheck = 390;
const double ReferenceMegabytes = 11;

var text = HundredSteps.Text();
var template = ReadWhole();
var (few, many) = (JobFigures.OneStep(10), JobFigures.OneStep(10_000_000));
var space = JobFigures.Million();
for (var i = 0; i < WarmUps; i++)
{
    ReadWhole();
    JobFigures.Create(template);
}

var (tree, whole, yardstick) = (new double[Rounds], new double[Rounds], new double[Rounds]);
var (job, fewJob, manyJob) = (new double[Rounds], new double[Rounds], new double[Rounds]);
var (iteration, byIndex) = (new double[Rounds], new double[Rounds]);
for (var round = 0; round < Rounds; round++)
{
    // They take turns, so that a machine that slows down slows all of them.
    yardstick[round] = Yardstick.Measure();
    tree[round] = Measure(() => DocumentReader.Read(text));
    whole[round] = Measure(() => ReadWhole());
    job[round] = Measure(() => JobFigures.Create(template));
    fewJob[round] = Measure(() => JobFigures.Create(few));
    manyJob[round] = Measure(() => JobFigures.Create(many));
    iteration[round] = JobFigures.Iterate(space);
    byIndex[round] = JobFigures.ByIndex(space);
}

Console.WriteLine($"yardstick: {Show(yardstick.Min())} µs; all figures are the best of {Rounds} rounds");
Console.WriteLine("| what | µs | yardsticks | the reference's yardsticks |");
Console.WriteLine("| --- | --- | --- | --- |");
Report("YAML text to tree", tree, ReferenceTree);
Report("YAML text to validated template", whole, ReferenceWhole);
Report("validated template to job", job, ReferenceJob);
Console.WriteLine();
Console.WriteLine($"One step to job: {Show(fewJob.Min())} µs with 10 tasks, {Show(manyJob.Min())} µs with 10,000,000");
Console.WriteLine();
Console.WriteLine("| one task of 1,000,000 in three dimensions | ns | thousandths of a yardstick | the reference's |");
Console.WriteLine("| --- | --- | --- | --- |");
ReportTask("going through all, each value's text looked at", iteration, ReferenceIteration);
ReportTask("by index, anywhere", byIndex, ReferenceIndex);
ReportProcess();
ReportHostile();

JobTemplate ReadWhole()
{
    var read = TemplateReader.ReadJobTemplate(text);
    return read.Value ?? throw new InvalidOperationException(string.Join('\n', read.Errors));
}

void ReportProcess()
{
    const double microseconds = 1000;
    var process = CheckProcess.Measure(text, exitCode: 0, Processes);
    var inYardsticks = process.Milliseconds * microseconds / yardstick.Min();
    Console.WriteLine();
    Console.WriteLine(
        $"openjd check of the template as a published process: {Show(process.Milliseconds)} ms, {Show(inYardsticks)} "
        + $"yardsticks (the reference {Show(ReferenceCheck)}); {Show(process.PeakMegabytes)} MB at its peak (the "
        + $"reference {Show(ReferenceMegabytes)})");
}

void ReportTask(string what, double[] nanoseconds, double reference) => Console.WriteLine(
    $"| {what} | {Show(nanoseconds.Min())} | {Show(nanoseconds.Min() / yardstick.Min())} | {Show(reference)} |");

void Report(string what, double[] micros, double reference) => Console.WriteLine(
    $"| {what} | {Show(micros.Min())} | {Show(micros.Min() / yardstick.Min())} | {Show(reference)} |");

// What is allocated in all is more than what is there at a time.
static void ReportHostile()
{
    Console.WriteLine();
    Console.WriteLine(
        "| a document that means harm | ms | ms of CPU | MB allocated | ms as a process | MB at its peak | answer |");
    Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- |");
    foreach (var (name, text) in HostileInput.All)
    {
        GC.Collect();
        var (allocated, cpu) = (GC.GetAllocatedBytesForCurrentThread(), Environment.CpuUsage.TotalTime);
        var start = Stopwatch.GetTimestamp();
        var errors = TemplateReader.Check(text);
        var (ms, cpuMs) = (
            Stopwatch.GetElapsedTime(start).TotalMilliseconds,
            (Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds);
        var bytes = GC.GetAllocatedBytesForCurrentThread() - allocated;
        var answer = errors.Count == 0 ? "accepted" : errors[0].Message.Split('\n')[0];
        if (answer.Length > AnswerShown) answer = answer[..AnswerShown] + "…";
        var process = CheckProcess.Measure(text, exitCode: 1, HostileProcesses);
        Console.WriteLine(
            $"| {name} | {Show(ms)} | {Show(cpuMs)} | {Show(bytes / 1e6)} | {Show(process.Milliseconds)} | "
            + $"{Show(process.PeakMegabytes)} | {answer} |");
    }
}

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
