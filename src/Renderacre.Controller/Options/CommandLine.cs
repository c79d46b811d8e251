using System.CommandLine;

namespace Renderacre.Controller.Options;

/// <summary>The flags of <c>farm-controller</c>.</summary>
internal sealed class CommandLine
{
    private readonly Option<string?> _config = new("--config")
    {
        Description = "YAML file with the keys bind, storage, sqlite_path, lease_seconds, dashboard_dir, log_dir, "
            + "insecure, allow_origin, artifact_root, share_between, sick_after, "
            + "sick_window_seconds, sick_pause_seconds, hooks [environment: RFARM_CONFIG]",
        HelpName = "PATH",
    };

    private readonly Option<string?> _bind = new("--bind")
    {
        Description = "Address and port to listen at; port 0 takes a free one [environment: RFARM_BIND] "
            + "[default: 127.0.0.1:7878]",
        HelpName = "ADDR:PORT",
    };

    private readonly Option<string?> _leaseSeconds = new("--lease-seconds")
    {
        Description = "Seconds without contact after which a lease is lost, at least 1 "
            + "[environment: RFARM_LEASE_SECONDS] [default: 120]",
        HelpName = "N",
    };

    private readonly Option<string?> _shareBetween = new("--share-between")
    {
        Description = "Who share the farm within a priority: owners, projects, queues or nobody (the oldest job first) "
            + "[environment: RFARM_SHARE_BETWEEN] [default: owners]",
        HelpName = "WHOM",
    };

    private readonly Option<string?> _storage = new("--storage")
    {
        Description = "memory or sqlite [environment: RFARM_STORAGE] [default: sqlite]",
        HelpName = "KIND",
    };

    private readonly Option<string?> _sqlitePath = new("--sqlite-path")
    {
        Description = "Database file, made if missing [environment: RFARM_SQLITE_PATH] [default: renderacre.sqlite3]",
        HelpName = "PATH",
    };

    private readonly Option<string?> _dashboardDir = new("--dashboard-dir")
    {
        Description = "Folder of a built dashboard [environment: RFARM_DASHBOARD_DIR]",
        HelpName = "PATH",
    };

    private readonly Option<string?> _logDir = new("--log-dir")
    {
        Description = "Folder of the tasks' logs [environment: RFARM_LOG_DIR] [default: beside the database]",
        HelpName = "PATH",
    };

    private readonly Option<bool> _insecure = new("--insecure")
    {
        Description = "Listen beyond this machine although nobody has to show who they are",
    };

    private readonly Option<string[]> _allowOrigin = new("--allow-origin")
    {
        Description = "Origin of web pages that may use the controller; may be given several times",
        HelpName = "URL",
    };

    private readonly Option<string[]> _artifactRoot = new("--artifact-root")
    {
        Description = "Folder that artifacts are served from; may be given several times [environment: "
            + "RFARM_ARTIFACT_ROOTS, separated as in PATH] [default: none are served]",
        HelpName = "PATH",
    };

    private readonly Option<string?> _sickAfter = new("--sick-after")
    {
        Description = "Jobs of which a worker has to fail tasks in a row to be set aside as sick; 0 for never "
            + "[environment: RFARM_SICK_AFTER] [default: 3]",
        HelpName = "N",
    };

    private readonly Option<string?> _sickWindow = new("--sick-window-seconds")
    {
        Description = "Seconds that a failure is held against a worker "
            + "[environment: RFARM_SICK_WINDOW_SECONDS] [default: 3600]",
        HelpName = "N",
    };

    private readonly Option<string?> _sickPause = new("--sick-pause-seconds")
    {
        Description = "Seconds after which a sick worker may try one task "
            + "[environment: RFARM_SICK_PAUSE_SECONDS] [default: 600]",
        HelpName = "N",
    };

    private readonly Option<string?> _hooks = new("--hooks")
    {
        Description = "File of the commands and addresses that the controller tells of what happens "
            + "[environment: RFARM_HOOKS] [default: none are told]",
        HelpName = "PATH",
    };

    private readonly Option<string?> _readyFile = new("--ready-file")
    {
        Description = "File that the base URL is written to once the controller answers",
        HelpName = "PATH",
    };

    /// <summary>Lays out the flags.</summary>
    public CommandLine()
    {
        Show = new Command("show", "Prints each option's value and where it comes from.");
        Root = new RootCommand("The controller of a farm: keeps its jobs and leases their tasks.")
        {
            new Command("config", "The options that are in force.") { Show },
        };
        foreach (Option option in Options)
        {
            // The flags count before and after the verb alike.
            option.Recursive = true;
            Root.Add(option);
        }
    }

    /// <summary>The command with its flags.</summary>
    public RootCommand Root { get; }

    /// <summary>The command <c>config show</c>.</summary>
    public Command Show { get; }

    private IEnumerable<Option> Options =>
    [
        _config, _bind, _leaseSeconds, _storage, _sqlitePath, _dashboardDir, _logDir, _insecure, _allowOrigin,
        _artifactRoot, _shareBetween, _sickAfter, _sickWindow, _sickPause, _hooks,
        _readyFile,
    ];

    /// <summary>The flags' values under the config file's keys; only those given.</summary>
    /// <param name="parsed">The parsed command line.</param>
    public IReadOnlyDictionary<string, string> Values(ParseResult parsed)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        Add("bind", parsed.GetValue(_bind));
        Add("lease_seconds", parsed.GetValue(_leaseSeconds));
        Add("share_between", parsed.GetValue(_shareBetween));
        Add("sick_after", parsed.GetValue(_sickAfter));
        Add("sick_window_seconds", parsed.GetValue(_sickWindow));
        Add("sick_pause_seconds", parsed.GetValue(_sickPause));
        Add("hooks", parsed.GetValue(_hooks));
        Add("storage", parsed.GetValue(_storage));
        Add("sqlite_path", parsed.GetValue(_sqlitePath));
        Add("dashboard_dir", parsed.GetValue(_dashboardDir));
        Add("log_dir", parsed.GetValue(_logDir));
        Add("insecure", parsed.GetValue(_insecure) ? "true" : null);
        Add("allow_origin", Lines(parsed.GetValue(_allowOrigin)));
        Add("artifact_root", Lines(parsed.GetValue(_artifactRoot)));
        return values;

        void Add(string key, string? value)
        {
            if (value is not null)
                values.Add(key, value);
        }
    }

    /// <summary>The config file that was asked for, or null.</summary>
    public string? ConfigPath(ParseResult parsed) => parsed.GetValue(_config);

    /// <summary>The ready file that was asked for, or null.</summary>
    public string? ReadyFile(ParseResult parsed) => parsed.GetValue(_readyFile);

    private static string? Lines(string[]? items) => items is { Length: > 0 } ? string.Join('\n', items) : null;
}
