using System.CommandLine;
using Renderacre.Contracts.Limits;

namespace Renderacre.Cli.Limits;

/// <summary>The arguments and options that say what a limit is.</summary>
internal sealed class LimitOptions
{
    private readonly Argument<string> _name = new("NAME") { Description = "The limit's name" };

    private readonly Argument<int> _count =
        new("COUNT") { Description = "How many may be held at a time, 1 or more" };

    private readonly Option<string?> _countedPer = new("--counted-per")
    {
        Description = "What takes one: a session while it is open (so is a new limit), a task while it runs, or a host "
            + "while it has a session",
        HelpName = "session|task|host",
    };

    private readonly Option<int?> _headroom = new("--headroom")
    {
        Description = "How many are kept free",
        HelpName = "COUNT",
    };

    /// <summary>Adds them to a command.</summary>
    public LimitOptions(Command command)
    {
        _count.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && result.GetValueOrDefault<int>() < 1)
                result.AddError($"COUNT is {result.Tokens[0].Value}; 1 or more is wanted");
        });
        _countedPer.AcceptOnlyFromAmong("session", "task", "host");
        command.Add(_name);
        command.Add(_count);
        command.Add(_countedPer);
        command.Add(_headroom);
    }

    /// <summary>The limit that is asked for.</summary>
    public LimitDefine Read(ParseResult parsed) => new()
    {
        Name = parsed.GetRequiredValue(_name),
        MaxCount = parsed.GetRequiredValue(_count),
        CountedPer = parsed.GetValue(_countedPer) is { } scope
            ? Enum.Parse<LimitScope>(scope, ignoreCase: true)
            : null,
        Headroom = parsed.GetValue(_headroom),
    };
}
