using System.CommandLine;
using System.CommandLine.Parsing;
using Renderacre.Cli.Commands;
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

    private readonly Option<string?> _hook = new("--source-hook")
    {
        Description = "A hook of the controller's hooks file that tells how many are used elsewhere",
        HelpName = "NAME",
    };

    private readonly Option<string?> _url = new("--source-url")
    {
        Description = "An address that tells how many are used elsewhere; the hooks file has to allow its host",
        HelpName = "URL",
    };

    private readonly Option<int> _interval = new("--source-interval")
    {
        Description = "Seconds between two questions to the source",
        HelpName = "SECONDS",
        DefaultValueFactory = _ => new LimitSource().IntervalSeconds,
    };

    private readonly Option<bool> _countsFarm = new("--source-counts-farm")
    {
        Description = "What the source tells includes what the farm holds itself",
    };

    private readonly Option<bool> _noSource = new("--no-source") { Description = "Ask no source any more" };

    /// <summary>Adds them to a command.</summary>
    public LimitOptions(Command command)
    {
        _count.RequireAtLeast(1);
        _countedPer.AcceptOnlyFromAmong("session", "task", "host");
        command.Add(_name);
        command.Add(_count);
        command.Add(_countedPer);
        command.Add(_headroom);
        command.Add(_hook);
        command.Add(_url);
        command.Add(_interval);
        command.Add(_countsFarm);
        command.Add(_noSource);
        command.Validators.Add(result =>
        {
            if (new Option[] { _hook, _url, _noSource }.Count(option => IsGiven(result, option)) > 1)
                result.AddError("--source-hook, --source-url and --no-source: give one of them");
            foreach (var option in new Option[] { _interval, _countsFarm }.Where(option => IsGiven(result, option)))
            {
                if (!IsGiven(result, _hook) && !IsGiven(result, _url))
                    result.AddError($"{option.Name} is of a source; give --source-hook or --source-url too");
            }
        });
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
        Source = ReadSource(parsed),
    };

    private static bool IsGiven(CommandResult command, Option option) =>
        command.GetResult(option) is { Implicit: false };

    private LimitSource? ReadSource(ParseResult parsed)
    {
        if (parsed.GetValue(_noSource))
            return new LimitSource();
        (string? hook, string? url) = (parsed.GetValue(_hook), parsed.GetValue(_url));
        return hook is null && url is null ? null : new LimitSource
        {
            Hook = hook,
            Url = url,
            IntervalSeconds = parsed.GetValue(_interval),
            CountsFarm = parsed.GetValue(_countsFarm),
        };
    }
}
