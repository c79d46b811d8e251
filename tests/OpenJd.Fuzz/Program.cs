using System.Diagnostics;
using System.Globalization;
using OpenJd.Fuzz;
using OpenJd.Fuzz.Expressions;
using OpenJd.Fuzz.Templates;

// fuzz TARGET [--count N] [--seed S] [--first I]
const long DefaultCount = 100_000;
const long ProgressEvery = 100_000;
IFuzzTarget[] targets = [new TemplateTarget(), new ExpressionTarget()];
var target = targets.FirstOrDefault(one => args is [var name, ..] && one.Name == name);
if (target is null || args.Length % 2 == 0)
{
    Console.Error.WriteLine(
        $"usage: fuzz {string.Join('|', targets.Select(one => one.Name))} [--count N] [--seed S] [--first I]");
    return 2;
}

var seed = (ulong)Option("--seed", Random.Shared.NextInt64(1, 1_000_000));
var (first, count) = (Option("--first", 0), Option("--count", DefaultCount));
Console.WriteLine($"{target.Name}: {count:N0} inputs of seed {seed} from {first}");
var run = new FuzzRun(target, seed);
var start = Stopwatch.GetTimestamp();
try
{
    run.Run(first, count, Progress);
}
catch (FuzzException fault)
{
    Console.Error.WriteLine(fault.Message);
    return 1;
}

var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
Console.WriteLine(string.Create(
    CultureInfo.InvariantCulture,
    $"{count:N0} inputs, {run.Accepted:N0} accepted, the others refused, {count / seconds:N0} a second"));
return 0;

long Option(string name, long otherwise)
{
    var at = Array.IndexOf(args, name);
    return at < 0 ? otherwise : long.Parse(args[at + 1], CultureInfo.InvariantCulture);
}

void Progress(long number)
{
    if (number % ProgressEvery == 0 && number > first) Console.WriteLine($"{number:N0} …");
}
