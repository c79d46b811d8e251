using System.Globalization;
using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Workers;
using Spectre.Console;

namespace Renderacre.Cli.Tables;

/// <summary>Cells of tables.</summary>
internal static class Cell
{
    /// <summary>Text of a name or message; what could steer a terminal is shown as a question mark.</summary>
    public static Text Of(string? text) => new(Clean(text ?? "-"));

    /// <summary>A number.</summary>
    public static Text Of(long number) => new(number.ToString(CultureInfo.InvariantCulture));

    /// <summary>A number that may have a fraction.</summary>
    public static Text Of(decimal number) => new(Number(number));

    /// <summary>A number that may have a fraction, as text.</summary>
    public static string Number(decimal number) => number.ToString("0.###", CultureInfo.InvariantCulture);

    /// <summary>A time, in the local zone.</summary>
    public static Text Of(DateTimeOffset time, TimeZoneInfo zone) => new(Moment(time, zone));

    /// <summary>A time in words, in the local zone.</summary>
    public static string Moment(DateTimeOffset time, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(time, zone).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>A job's state.</summary>
    public static Text Of(JobState state) => new(Word(state), state switch
    {
        JobState.Queued => Style.Plain,
        JobState.Running => new Style(Color.Blue),
        JobState.Paused => new Style(Color.Yellow),
        JobState.Succeeded => new Style(Color.Green),
        JobState.Failed => new Style(Color.Red),
        JobState.Cancelled => new Style(Color.Yellow),
    });

    /// <summary>A task's state.</summary>
    public static Text Of(TaskState state) => new(Word(state), state switch
    {
        TaskState.Pending or TaskState.Leased => Style.Plain,
        TaskState.Running => new Style(Color.Blue),
        TaskState.Succeeded => new Style(Color.Green),
        TaskState.Failed => new Style(Color.Red),
        TaskState.Cancelled => new Style(Color.Yellow),
    });

    /// <summary>What a worker is up to.</summary>
    public static Text Of(WorkerStatus status) => new(Word(status), status switch
    {
        WorkerStatus.Online => new Style(Color.Green),
        WorkerStatus.Offline or WorkerStatus.Sick => new Style(Color.Red),
        WorkerStatus.Draining or WorkerStatus.Disabled => new Style(Color.Yellow),
        WorkerStatus.Asleep or WorkerStatus.AtRest => Style.Plain,
    });

    /// <summary>What a worker is up to, in words.</summary>
    public static string Word(WorkerStatus status) =>
        status == WorkerStatus.AtRest ? "at rest" : Word<WorkerStatus>(status);

    /// <summary>A state as the wire spells it.</summary>
    public static string Word<T>(T state)
        where T : struct, Enum => state.ToString().ToLowerInvariant();

    /// <summary>The text without control characters.</summary>
    public static string Clean(string text) => text.Any(char.IsControl)
        ? string.Create(text.Length, text, (span, source) =>
        {
            for (var i = 0; i < span.Length; i++)
                span[i] = char.IsControl(source[i]) ? '?' : source[i];
        })
        : text;
}
