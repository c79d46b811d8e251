using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Json;
using Spectre.Console;

namespace Renderacre.Cli.Tables;

/// <summary>Writes results: tables, lines and JSON.</summary>
/// <param name="host">Where to.</param>
internal sealed class Printer(CliHost host)
{
    // A pipe has no width: nothing is wrapped there.
    private const int PipeWidth = 10_000;

    private static readonly WireJson Indented =
        new(new JsonSerializerOptions(WireJson.Default.Options)
        {
            WriteIndented = true,
            // What is printed here is read by people and scripts and stands in no web page.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        });

    /// <summary>The console to draw on; without colours and control codes unless it is a terminal.</summary>
    public IAnsiConsole Console { get; } = CreateConsole(host);

    /// <summary>Writes a value of the wire as indented JSON.</summary>
    public void Json<T>(T value) => host.Output.WriteLine(
        JsonSerializer.Serialize(value, (JsonTypeInfo<T>)Indented.GetTypeInfo(typeof(T))!));

    /// <summary>Writes a value of this program as indented JSON.</summary>
    public void Json<T>(T value, JsonTypeInfo<T> type) => host.Output.WriteLine(JsonSerializer.Serialize(value, type));

    /// <summary>Writes a table under column names.</summary>
    /// <param name="columns">The names, one a cell.</param>
    /// <param name="rows">The rows.</param>
    public void Table(IReadOnlyList<string> columns, IEnumerable<Text[]> rows) => Console.Write(Grid(columns, rows));

    /// <summary>A table under column names, to be written with others.</summary>
    public static Table Grid(IReadOnlyList<string> columns, IEnumerable<Text[]> rows)
    {
        var table = new Table().Border(TableBorder.None);
        foreach (var column in columns)
        {
            table.AddColumn(
                new TableColumn(new Text(column, new Style(decoration: Decoration.Bold))).PadRight(2).NoWrap());
        }

        foreach (var row in rows)
            table.AddRow(row);
        return table;
    }

    /// <summary>Writes one line.</summary>
    public void Line(string text) => host.Output.WriteLine(Cell.Clean(text));

    /// <summary>Writes what a job asks for that the farm does not know, as the answer to its submission told.</summary>
    public void Warnings(Job job)
    {
        foreach (var warning in job.Warnings ?? [])
            Line($"warning: {warning}");
    }

    private static IAnsiConsole CreateConsole(CliHost host)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(host.Output),
            Ansi = host.IsTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = host.UseColor ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = host.IsTerminal ? InteractionSupport.Detect : InteractionSupport.No,
        });
        console.Profile.Width = host.IsTerminal ? host.Width : PipeWidth;
        return console;
    }
}
