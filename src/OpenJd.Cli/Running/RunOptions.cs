using System.CommandLine;

namespace OpenJd.Cli.Running;

/// <summary>The options of <c>run</c> beside those of all template commands.</summary>
internal sealed class RunOptions
{
    private static readonly string[] TimestampFormats = ["relative", "local", "utc"];

    /// <summary>The values of one task.</summary>
    public Option<string[]> TaskParameters { get; } = new("--task-param", "-tp", "-t")
    {
        Description = "A task parameter's value; all of them together are the one task to run",
        HelpName = "NAME=VALUE",
    };

    /// <summary>The tasks.</summary>
    public Option<string?> Tasks { get; } = new("--tasks")
    {
        Description = "The tasks to run: an array of objects in JSON, or file://PATH with one in JSON or YAML",
        HelpName = "TASKS",
    };

    /// <summary>How many tasks.</summary>
    public Option<int> MaximumTasks { get; } = new("--maximum-tasks")
    {
        Description = "The most tasks to run of the step; 0 and below: all",
        DefaultValueFactory = _ => -1,
        HelpName = "N",
    };

    /// <summary>Whether what the step depends on runs before it.</summary>
    public Option<bool> RunDependencies { get; } = new("--run-dependencies")
    {
        Description = "With --step: run what the step depends on before it",
    };

    /// <summary>The opposite, which is the default.</summary>
    public Option<bool> NoRunDependencies { get; } = new("--no-run-dependencies")
    {
        Description = "With --step: run the step alone (the default)",
    };

    /// <summary>Path mapping rules.</summary>
    public Option<string?> PathMappingRules { get; } = new("--path-mapping-rules")
    {
        Description = "Path mapping rules: a pathmapping-1.0 document in JSON, or file://PATH with one",
        HelpName = "RULES",
    };

    /// <summary>Whether the working directory stays.</summary>
    public Option<bool> Preserve { get; } = new("--preserve")
    {
        Description = "Keep the session's working directory",
    };

    /// <summary>Whether more is told.</summary>
    public Option<bool> Verbose { get; } = new("--verbose")
    {
        Description = "Tell what the embedded files hold as well",
    };

    /// <summary>What lines begin with.</summary>
    public Option<string> TimestampFormat { get; } = new Option<string>("--timestamp-format")
    {
        Description = "What lines begin with: relative, local or utc",
        DefaultValueFactory = _ => TimestampFormats[0],
        HelpName = "FORMAT",
    }.AcceptOnlyFromAmong(TimestampFormats);

    /// <summary>Adds all of them to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in (Option[])
        [
            TaskParameters, Tasks, MaximumTasks, RunDependencies, NoRunDependencies, PathMappingRules,
            Preserve, Verbose, TimestampFormat,
        ])
        {
            command.Add(option);
        }

        command.Validators.Add(result =>
        {
            var given = ((Option[])[TaskParameters, Tasks, MaximumTasks])
                .Where(option => result.GetResult(option) is { Implicit: false })
                .Select(option => option.Name)
                .ToList();
            if (given.Count > 1)
                result.AddError($"{string.Join(" and ", given)} exclude each other: give one of them");
        });
    }
}
