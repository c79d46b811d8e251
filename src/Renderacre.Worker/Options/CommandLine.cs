using System.CommandLine;
using Renderacre.Worker.Resting;

namespace Renderacre.Worker.Options;

/// <summary>The flags of <c>farm-worker</c>.</summary>
internal sealed class CommandLine
{
    private readonly Option<string?> _config = new("--config")
    {
        Description = "YAML file with the keys " + string.Join(", ", ConfigFile.Keys) + " [environment: RFARM_CONFIG]",
        HelpName = "PATH",
    };

    private readonly Option<string[]> _label = new("--label")
    {
        Description = "Label k=v; may be given several times, and is split at commas [RFARM_WORKER_LABELS]",
        HelpName = "K=V",
    };

    private readonly Dictionary<string, Option<string?>> _values = new()
    {
        ["controller"] = Value("--controller", "URL", "The controller [RFARM_CONTROLLER] [http://127.0.0.1:7878]"),
        ["name"] = Value("--name", "NAME", "The worker's name [RFARM_WORKER_NAME] [default: the host's]"),
        ["slots"] = Value(
            "--slots", "N", "Sessions at a time, or auto for one a virtual CPU [RFARM_WORKER_SLOTS] [default: 1]"),
        ["gpu_devices"] = Value(
            "--gpu-devices", "LIST",
            "Graphics cards for sessions, such as 0,1 or amd:0; auto, none [RFARM_WORKER_GPU_DEVICES] [default: auto]"),
        ["gpu_shares"] = Value(
            "--gpu-shares", "N", "Sessions at a time on one graphics card [RFARM_WORKER_GPU_SHARES] [default: 1]"),
        ["storage_profile"] = Value(
            "--storage-profile", "NAME", "The machine's storage profile [RFARM_WORKER_STORAGE_PROFILE]"),
        ["path_mapping_rules"] = Value(
            "--path-mapping-rules", "FILE", "JSON document of the machine's own path mapping rules, which go first"),
        ["data_dir"] = Value("--data-dir", "DIR", "Folder of sessions and unsent reports [RFARM_WORKER_DATA_DIR]"),
        ["reattach_seconds"] = Value("--reattach-seconds", "N", "Seconds that sessions outlive the worker [300]"),
        ["run_as"] = Value(
            "--run-as", "USER[:GROUP]", "Runs sessions as that user, by sudo [RFARM_WORKER_RUN_AS] [the worker's]"),
        ["on_silence"] = Value(
            "--on-silence", "WHAT", "continue or stop tasks when the controller is silent [default: continue]"),
        ["work_hours"] = Value(
            "--work-hours", "HOURS", "Takes work only in these hours of the week, local time, such as "
                + $"'{WorkHoursText.Example}' [RFARM_WORKER_WORK_HOURS] [default: all]"),
        ["when_idle"] = Value(
            "--when-idle", "MINUTES", "Takes work only when nobody has used the machine for so long "
                + "[RFARM_WORKER_WHEN_IDLE] [default: always]"),
        ["on_rest"] = Value(
            "--on-rest", "WHAT", "finish tasks, or give them back at once, when a time without work begins: finish "
                + "or give-back [RFARM_WORKER_ON_REST] [default: finish]"),
        ["poll_seconds"] = Value("--poll-seconds", "N", "Taken for compatibility; the controller pushes work"),
        ["lease_renew_seconds"] = Value("--lease-renew-seconds", "N", "Taken for compatibility; syncing renews leases"),
    };

    /// <summary>Lays out the flags.</summary>
    public CommandLine()
    {
        Show = new Command("show", "Prints each option's value and where it comes from.");
        Host = new Command("host", "Prints what a worker here would tell the farm that this machine has.");
        Root = new RootCommand("A worker of a Renderacre farm: runs what the controller gives it.")
        {
            new Command("config", "The options that are in force.") { Show },
            Host,
        };
        foreach (Option option in (IEnumerable<Option>)[_config, _label, .. _values.Values])
        {
            // The flags count before and after the verb alike.
            option.Recursive = true;
            Root.Add(option);
        }
    }

    /// <summary>The command <c>config show</c>.</summary>
    public Command Show { get; }

    /// <summary>The command <c>host</c>.</summary>
    public Command Host { get; }

    /// <summary>The command with its flags.</summary>
    public RootCommand Root { get; }

    /// <summary>The flags' values under the config file's keys; only those given.</summary>
    /// <param name="parsed">The parsed command line.</param>
    public IReadOnlyDictionary<string, string> Values(ParseResult parsed)
    {
        Dictionary<string, string> given = _values
            .Select(entry => (entry.Key, Value: parsed.GetValue(entry.Value)))
            .Where(entry => entry.Value is not null)
            .ToDictionary(entry => entry.Key, entry => entry.Value!); // Filtered above.
        if (parsed.GetValue(_label) is { Length: > 0 } labels)
            given["labels"] = string.Join(',', labels);
        return given;
    }

    /// <summary>The config file that was asked for, or null.</summary>
    /// <param name="parsed">The parsed command line.</param>
    public string? ConfigPath(ParseResult parsed) => parsed.GetValue(_config);

    private static Option<string?> Value(string name, string help, string description) =>
        new(name) { Description = description, HelpName = help };
}
