using System.CommandLine;
using Renderacre.Cli.Tables;
using Renderacre.Contracts.StorageProfiles;
using Spectre.Console;

namespace Renderacre.Cli.Commands;

/// <summary><c>renderacre storage-profiles</c>: where machines of each kind find the same places.</summary>
internal static class StorageProfilesCommand
{
    private const string Example =
        @"renderacre storage-profiles set windows --os windows --location show=S:\show --local-location tmp=C:\tmp";

    private static readonly string[] Columns = ["PROFILE", "OS", "LOCATION", "TYPE", "PATH"];

    /// <summary>Lays out the command.</summary>
    public static Command Create(CliHost host)
    {
        var command = new CommandWithExample(
            "storage-profiles",
            "Where machines of each kind find the same places, so that one job runs on all of them; alone it lists.",
            "renderacre storage-profiles",
            "renderacre storage-profiles set linux --os linux --location show=/mnt/show", Example)
        {
            CreateSet(host),
            CreateDelete(host),
            CreateList(host, new CommandWithExample(
                "list", "Lists the storage profiles by name.", "renderacre storage-profiles list --output json")),
        };
        return CreateList(host, command);
    }

    private static Command CreateList(CliHost host, Command command) =>
        ListCommand.Create(host, command, (client, token) => client.ListStorageProfilesAsync(token), Print);

    private static CommandWithExample CreateSet(CliHost host)
    {
        var name = new Argument<string>("NAME") { Description = "The profile's name" };
        var system = new Option<string>("--os")
        {
            Description = "System of its machines, which says how paths are written",
            HelpName = "linux|macos|windows",
            Required = true,
        };
        system.AcceptOnlyFromAmong("linux", "macos", "windows");
        var shared = Locations("--location", "A place whose files all machines see; may be repeated");
        var local = Locations("--local-location", "A place of which each machine has its own; may be repeated");
        var command = new CommandWithExample(
            "set", "Defines a storage profile, or changes one as a whole.", Example) { name, system, shared, local };
        var farm = new FarmOptions(host, command);
        command.SetAction(async (parsed, token) =>
        {
            using var client = farm.Connect(parsed);
            var json = farm.WantsJson(parsed);
            var profile = new StorageProfile
            {
                Name = parsed.GetRequiredValue(name),
                OsFamily = Enum.Parse<OsFamily>(parsed.GetRequiredValue(system), ignoreCase: true),
                Locations =
                [
                    .. Read(parsed.GetValue(shared), StorageLocationType.Shared),
                    .. Read(parsed.GetValue(local), StorageLocationType.Local),
                ],
            };
            var printer = new Printer(host);
            profile = await client.DefineStorageProfileAsync(profile, token);
            if (json)
                printer.Json(profile);
            else
                Print(printer, [profile]);
            return ExitCode.Success;
        });
        return command;
    }

    private static CommandWithExample CreateDelete(CliHost host)
    {
        var name = new Argument<string>("NAME") { Description = "The profile's name" };
        var command = new CommandWithExample(
            "delete", "Deletes a storage profile that no worker has which is online.",
            "renderacre storage-profiles delete windows") { name };
        var farm = new FarmOptions(host, command);
        command.SetAction(async (parsed, token) =>
        {
            using var client = farm.Connect(parsed);
            var deleted = parsed.GetRequiredValue(name);
            await client.DeleteStorageProfileAsync(deleted, token);
            new Printer(host).Line($"Deleted {Cell.Clean(deleted)}");
            return ExitCode.Success;
        });
        return command;
    }

    private static Option<string[]> Locations(string option, string description)
    {
        var locations = new Option<string[]>(option) { Description = description, HelpName = "NAME=PATH" };
        locations.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => token.Value.IndexOf('=') < 1))
                result.AddError($"{option} {token.Value}: NAME=PATH is wanted");
        });
        return locations;
    }

    private static IEnumerable<StorageLocation> Read(string[]? locations, StorageLocationType type) =>
        (locations ?? []).Select(text => text.Split('=', 2))
        .Select(parts => new StorageLocation { Name = parts[0], Path = parts[1], Type = type });

    private static void Print(Printer printer, IReadOnlyList<StorageProfile> profiles)
    {
        if (profiles.Count == 0)
            printer.Line("There are no storage profiles.");
        else
            printer.Table(Columns, profiles.SelectMany(Rows));
    }

    private static IEnumerable<Text[]> Rows(StorageProfile profile) => profile.Locations.Select(location => new[]
    {
        Cell.Of(profile.Name), Cell.Of(Cell.Word(profile.OsFamily)), Cell.Of(location.Name),
        Cell.Of(Cell.Word(location.Type)), Cell.Of(location.Path),
    });
}
