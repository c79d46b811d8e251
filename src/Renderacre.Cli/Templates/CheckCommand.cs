using System.CommandLine;
using OpenJd.Model.Reading;
using OpenJd.Model.Validation;
using Renderacre.Cli.Commands;

namespace Renderacre.Cli.Templates;

/// <summary><c>check</c>: whether a job or environment template is valid.</summary>
internal static class CheckCommand
{
    /// <summary>Lays out the command.</summary>
    public static Command Create(CliHost host)
    {
        var command = new CommandWithExample(
            "check", "Checks an Open Job Description job or environment template.",
            $"{host.ProgramName} check render.yaml");
        var template = new TemplateArguments(host, command);
        TemplateAction.Set(command, host, async (parsed, token) =>
        {
            var path = template.Path(parsed);
            var faults = TemplateReader.Check(await template.ReadAsync(parsed, token));
            if (faults.Count > 0)
                throw new CliException(ExitCode.Failure, Describe(path, faults));
            host.Output.WriteLine($"Template at '{path}' passes validation checks.");
            return ExitCode.Success;
        });
        return command;
    }

    private static string Describe(string path, IReadOnlyList<ValidationError> faults)
    {
        var count = faults.Count == 1 ? "1 validation error" : $"{faults.Count} validation errors";
        return string.Join(
            Environment.NewLine, [$"'{path}' failed checks: {count}", .. faults.Select(fault => fault.ToString())]);
    }
}
