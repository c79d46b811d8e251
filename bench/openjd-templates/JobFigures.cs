using System.Diagnostics;
using OpenJd.Model.Creation;
using OpenJd.Model.Documents;
using OpenJd.Model.Jobs;
using OpenJd.Model.Parameters;
using OpenJd.Model.ParameterSpaces;
using OpenJd.Model.Reading;
using OpenJd.Model.Templates;

namespace OpenJd.Bench.Templates;

/// <summary>Making jobs of validated templates, and their tasks.</summary>
internal static class JobFigures
{
    private const int Frames = 1000;
    private const int Samples = 1_000_000;

    private static readonly Dictionary<string, DocumentNode> NoValues = [];

    /// <summary>Parameters and job creation of the template of 100 steps.</summary>
    public static Job Create(JobTemplate template)
    {
        var job = JobCreation.Create(template, NoValues, new PathContext("/t", "/w"), []);
        return job.Value ?? throw new InvalidOperationException(string.Join('\n', job.Errors));
    }

    /// <summary>A validated template with a single step of so many tasks.</summary>
    public static JobTemplate OneStep(long tasks)
    {
        var template = TemplateReader.ReadJobTemplate($$$"""
            specificationVersion: jobtemplate-2023-09
            name: One
            steps:
            - name: S
              parameterSpace: {taskParameterDefinitions: [{name: F, type: INT, range: 1-{{{tasks}}} }]}
              script: {actions: {onRun: {command: run, args: ["{{Task.Param.F}}"] } } }
            """);
        return template.Value ?? throw new InvalidOperationException(string.Join('\n', template.Errors));
    }

    /// <summary>A space of three dimensions and a million tasks: 1,000 by 100 by 10.</summary>
    public static ParameterSpace Million() => ParameterSpace.Create(new ParameterSpaceDefinition
    {
        Parameters =
        [
            new TaskParameterDefinition { Name = "X", Type = TaskParameterType.Int, RangeExpression = $"1-{Frames}" },
            new TaskParameterDefinition { Name = "Y", Type = TaskParameterType.Int, RangeExpression = "1-100" },
            new TaskParameterDefinition
            {
                Name = "Z",
                Type = TaskParameterType.String,
                Values = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"],
            },
        ],
    });

    /// <summary>Nanoseconds of a task while going through all of them, each value's text looked at.</summary>
    public static double Iterate(ParameterSpace space)
    {
        var (start, characters) = (Stopwatch.GetTimestamp(), 0L);
        foreach (var task in space.Tasks())
        {
            for (var i = 0; i < task.Count; i++) characters += task[i].Value.Length;
        }

        Keep(characters);
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds / space.Length;
    }

    /// <summary>Nanoseconds of a task found by its index, places taken from all over.</summary>
    public static double ByIndex(ParameterSpace space)
    {
        const long stride = 618_033;
        var (start, characters, index) = (Stopwatch.GetTimestamp(), 0L, 0L);
        for (var i = 0; i < Samples; i++)
        {
            index = (index + stride) % space.Length;
            characters += space[index][0].Value.Length;
        }

        Keep(characters);
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds / Samples;
    }

    private static void Keep(long characters)
    {
        if (characters < 0) throw new InvalidOperationException("Texts have no negative length.");
    }
}
