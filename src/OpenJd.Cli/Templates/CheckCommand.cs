using System.CommandLine;
using OpenJd.Cli.Commands;
using OpenJd.Model.Reading;

namespace OpenJd.Cli.Templates;

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
        TemplateAction.Set(command, host, template.Output, (parsed, _) =>
        {
            var path = template.Path(parsed);
            var options = template.Extensions.Of(parsed);
            var faults = TemplateReader.CheckDocument(template.Read(parsed), options);
            if (faults.Count > 0)
                throw new CliException(ExitCode.Failure, TemplateFaults.Describe(path, faults));
            var message = $"Template at '{path}' passes validation checks.";
            var format = template.Output.Of(parsed);
            if (format == OutputFormat.HumanReadable)
                host.Output.WriteLine(message);
            else
                ResultDocument.Write(host.Output, format, ResultDocument.Success(message));
            return Task.FromResult(ExitCode.Success);
        });
        return command;
    }
}
