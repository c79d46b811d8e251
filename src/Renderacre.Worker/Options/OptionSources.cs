using System.Globalization;
using Renderacre.Worker.Machines;
using Renderacre.Worker.Resting;

namespace Renderacre.Worker.Options;

/// <summary>
/// Settles the options: a flag beats the environment, the environment the config file, that the default.
/// </summary>
internal static class OptionSources
{
    /// <summary>Sessions at a time that a worker can have.</summary>
    public const int SlotsMax = 10_000;
    private const int GpuSharesMax = 100;
    private const int SecondsMax = 1_000_000;
    private const int IdleMinutesMax = 10_000;

    /// <summary>The value of <c>on_rest</c> that lets tasks end.</summary>
    public const string Finish = "finish";

    /// <summary>The value of <c>on_rest</c> that gives tasks back at once.</summary>
    public const string GiveBack = "give-back";

    private static readonly Dictionary<string, string> Variables = new()
    {
        ["controller"] = "RFARM_CONTROLLER",
        ["name"] = "RFARM_WORKER_NAME",
        ["labels"] = "RFARM_WORKER_LABELS",
        ["slots"] = "RFARM_WORKER_SLOTS",
        ["gpu_devices"] = "RFARM_WORKER_GPU_DEVICES",
        ["gpu_shares"] = "RFARM_WORKER_GPU_SHARES",
        ["storage_profile"] = "RFARM_WORKER_STORAGE_PROFILE",
        ["data_dir"] = "RFARM_WORKER_DATA_DIR",
        ["run_as"] = "RFARM_WORKER_RUN_AS",
        ["work_hours"] = "RFARM_WORKER_WORK_HOURS",
        ["when_idle"] = "RFARM_WORKER_WHEN_IDLE",
        ["on_rest"] = "RFARM_WORKER_ON_REST",
        ["poll_seconds"] = "RFARM_WORKER_POLL_SECONDS",
        ["lease_renew_seconds"] = "RFARM_LEASE_RENEW_SECONDS",
    };

    /// <summary>Settles the options.</summary>
    /// <param name="flags">Values of flags by config key.</param>
    /// <param name="environment">Looks a variable up; null where it is not set.</param>
    /// <param name="configPath">The config file that the flags name, or null.</param>
    /// <exception cref="WorkerException">A value is wrong; the message names where it came from.</exception>
    public static WorkerOptions Resolve(
        IReadOnlyDictionary<string, string> flags, Func<string, string?> environment, string? configPath)
    {
        configPath ??= NotEmpty(environment("RFARM_CONFIG"));
        (Dictionary<string, string> file, Dictionary<string, string> labels) =
            configPath is null ? ([], []) : ConfigFile.Read(configPath);
        Setting? Find(string key) => FindIn(key, flags, environment, file);
        string name = Find("name")?.Value ?? Environment.MachineName;
        _ = Find("poll_seconds")?.Whole(0, SecondsMax);
        _ = Find("lease_renew_seconds")?.Whole(0, SecondsMax);
        return new WorkerOptions
        {
            Controller = Find("controller")?.Address() ?? new Uri("http://127.0.0.1:7878"),
            Name = name,
            Labels = CheckAmounts(Find("labels")?.Labels() ?? labels),
            Slots = Find("slots") is { } slots ? slots.WholeOrAuto(SlotsMax) : 1,
            GpuDevices = Find("gpu_devices")?.Gpus() ?? GpuChoice.Auto,
            GpuShares = Find("gpu_shares")?.Whole(1, GpuSharesMax) ?? 1,
            StorageProfile = NotEmpty(Find("storage_profile")?.Value),
            PathMappingRules = Find("path_mapping_rules")?.Value is { } rules ? PathMappingFile.Read(rules) : [],
            DataFolder = Find("data_dir")?.Value ?? DefaultFolder(name),
            ReattachSeconds = Find("reattach_seconds")?.Whole(0, SecondsMax) ?? 300,
            RunAs = NotEmpty(Find("run_as")?.Value),
            StopOnSilence = Find("on_silence")?.OneOf("continue", "stop") == "stop",
            WorkHours = NotEmpty(Find("work_hours")?.Value) is null ? null : Find("work_hours")?.Hours(),
            WhenIdleMinutes = Find("when_idle")?.Whole(0, IdleMinutesMax) is > 0 and var minutes ? minutes : null,
            GiveBackOnRest = Find("on_rest")?.OneOf(Finish, GiveBack) == GiveBack,
        };
    }

    /// <summary>Tells where the value of each config key comes from, as <see cref="Resolve"/> settles it.</summary>
    /// <param name="flags">Values of flags by config key.</param>
    /// <param name="environment">Looks a variable up; null where it is not set.</param>
    /// <param name="configPath">The config file that the flags name, or null.</param>
    /// <returns>For a key its flag, variable, config key, or <c>default</c>.</returns>
    public static Func<string, string> SourceOf(
        IReadOnlyDictionary<string, string> flags, Func<string, string?> environment, string? configPath)
    {
        configPath ??= NotEmpty(environment("RFARM_CONFIG"));
        (Dictionary<string, string> file, Dictionary<string, string> labels) =
            configPath is null ? ([], []) : ConfigFile.Read(configPath);
        if (labels.Count > 0)
            file["labels"] = "";
        return key => FindIn(key, flags, environment, file)?.Source ?? "default";
    }

    /// <summary>An amount that is no number would never match, and nobody would see why.</summary>
    private static Dictionary<string, string> CheckAmounts(Dictionary<string, string> labels)
    {
        foreach ((string name, string value) in labels)
        {
            bool isAmount = double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double amount)
                && double.IsFinite(amount) && amount >= 0;
            if (!isAmount && name.StartsWith("amount.", StringComparison.OrdinalIgnoreCase))
                throw new WorkerException(2, $"label {name}: '{value}' is wrong; a number of 0 or more is wanted");
        }

        return labels;
    }

    private static string DefaultFolder(string name)
    {
        string safe = string.Concat(name.Select(each => char.IsAsciiLetterOrDigit(each) ? each : '_'));
        string root = Environment.GetFolderPath(
            Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return Path.Combine(root, "renderacre", "workers", safe);
    }

    private static Setting? FindIn(
        string key, IReadOnlyDictionary<string, string> flags, Func<string, string?> environment,
        Dictionary<string, string> file)
    {
        if (flags.TryGetValue(key, out string? value))
            return new Setting(value, $"--{(key == "labels" ? "label" : key.Replace('_', '-'))}", 2);
        if (Variables.TryGetValue(key, out string? variable) && NotEmpty(environment(variable)) is { } text)
            return new Setting(text, variable, 2);
        return file.TryGetValue(key, out value) ? new Setting(value, $"config key '{key}'", 1) : null;
    }

    private static string? NotEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private sealed record Setting(string Value, string Source, int ExitCode)
    {
        public int Whole(int min, int max) =>
            int.TryParse(Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number)
                && number >= min && number <= max
                ? number
                : throw Wrong($"a whole number from {min} to {max} is wanted");

        public int? WholeOrAuto(int max) => Value == "auto" ? null : Math.Max(1, Whole(0, max));

        public string Gpus() => GpuChoice.Fault(Value) is { } wanted ? throw Wrong(wanted) : Value;

        public Uri Address() =>
            Uri.TryCreate(Value, UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https"
                ? address
                : throw Wrong("an address such as http://controller:7878 is wanted");

        public string OneOf(params string[] values) =>
            values.Contains(Value) ? Value : throw Wrong($"{string.Join(" or ", values)} is wanted");

        public WorkHours Hours()
        {
            try
            {
                return WorkHoursText.Parse(Value);
            }
            catch (FormatException error)
            {
                throw new WorkerException(ExitCode, $"{Source}: {error.Message}");
            }
        }

        public Dictionary<string, string> Labels()
        {
            var labels = new Dictionary<string, string>();
            const StringSplitOptions Trimmed = StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;
            foreach (string part in Value.Split(',', Trimmed))
            {
                int at = part.IndexOf('=', StringComparison.Ordinal);
                if (at <= 0)
                    throw Wrong($"'{part}' is no label; one such as app=blender is wanted");
                labels[part[..at].Trim()] = part[(at + 1)..].Trim();
            }

            return labels;
        }

        private WorkerException Wrong(string wanted) => new(ExitCode, $"{Source}: '{Value}' is wrong; {wanted}");
    }
}
